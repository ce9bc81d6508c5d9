// The one file that runs before anything is installed, so it needs nothing but Node. It installs what the
// lockfile names, when that is missing or older than the lockfile, and hands over to main.ts.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../..");
const lockfile = path.join(root, "package-lock.json");
const installed = path.join(root, "node_modules/.kikitori-lock.json");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12) || major === 21) {
  stop(`Kikitori needs Node 20.19, 22.12 or later; this is ${process.versions.node}.`);
}

// A copy of the lockfile, written after a whole installation, tells more surely than times of files.
const upToDate = () => existsSync(installed) && readFileSync(installed).equals(readFileSync(lockfile));

if (!upToDate()) {
  process.stdout.write("Installing packages …\n");
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(program, [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    // Whatever set up this shell, the tools of the checks and the tests belong to the installation.
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (done.signal) process.exit(130);
  if (done.status !== 0) {
    stop(
      "The packages could not be installed (npm's words are above). Check that a package registry can be " +
        "reached (npm ping) and that the disk has 1.5 GB free, then run the command again. No data were touched.",
    );
  }
  copyFileSync(lockfile, installed);
}

process.chdir(root);
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./main.ts");
process.exit(await main(process.argv[2] ?? "start", process.argv.slice(3)));

function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

// The one file that runs before anything is installed, so it needs nothing but Node. It installs what the
// lockfile names, when that is missing or older than the lockfile, and hands over to main.ts.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const [command = "start", ...rest] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  stop(`Kikitori needs Node 20.19, 22.12 or later; this is ${process.versions.node}.`);
}

const root = realpathSync(path.resolve(path.dirname(new URL(import.meta.url).pathname), "../.."));
if (!isInstalled()) {
  const done = await takeTurn();
  if (!isInstalled()) install();
  done();
}

process.chdir(root);
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./main.ts");
process.exit(await main(command, rest));

/**
 * Whether npm's own list of what it installed, which it writes last, has all that the lockfile names. What
 * is only for other machines (optional), and for `start` the tools of the tests, may be missing.
 */
function isInstalled() {
  try {
    const { packages: wanted } = readJson("package-lock.json");
    const { packages: there } = readJson("node_modules/.package-lock.json");
    return Object.entries(wanted).every(([place, { version, optional, devOptional, dev, link }]) => {
      if (place === "" || link) return true;
      const missingIsFine = optional || devOptional || (dev && command === "start");
      return there[place] ? there[place].version === version : missingIsFine;
    });
  } catch {
    return false;
  }
}

function readJson(name) {
  return JSON.parse(readFileSync(path.join(root, name), "utf8"));
}

/** Two starts at once must not install over each other: a socket's name belongs to one process at a time. */
async function takeTurn() {
  if (process.platform !== "linux") return () => {};
  const name = `\0kikitori-install-${createHash("sha256").update(root).digest("hex").slice(0, 24)}`;
  for (let waited = 0; ; waited++) {
    const server = net.createServer();
    const free = await new Promise((resolve) => {
      server.once("error", () => resolve(false)).listen(name, () => resolve(true));
    });
    if (free) return () => server.close();
    if (waited === 0) process.stdout.write("Another start is installing the packages; waiting for it …\n");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function install() {
  process.stdout.write("Installing packages …\n");
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const cache = cacheOfItsOwn();
  const { status, signal } = spawnSync(
    program,
    [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      // Whatever this shell is set to, the tools of the checks and the tests belong to the installation.
      env: { ...process.env, NODE_ENV: "development", ...(cache && { npm_config_cache: cache }) },
    },
  );
  if (cache) rmSync(cache, { recursive: true, force: true });
  if (signal) process.exit(130);
  if (status === 0 && isInstalled()) return;
  stop(
    "The packages could not be installed (npm's words are above). Check that a package registry can be " +
      "reached (npm ping) and that the disk has 1.5 GB free, then run the command again. No data were touched.",
  );
}

/** npm keeps what it fetches in the home folder. Where that is closed, it gets a folder for this once; otherwise null. */
function cacheOfItsOwn() {
  const usual = process.env.npm_config_cache ?? path.join(os.homedir(), ".npm");
  try {
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return mkdtempSync(path.join(os.tmpdir(), "kikitori-npm-"));
  }
}

function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

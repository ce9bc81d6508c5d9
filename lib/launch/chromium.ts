import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium as playwright } from "@playwright/test";
import { root } from "./paths";
import { LaunchError, reasonOf, say } from "./say";
import { ownProgram, runStep } from "./step";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Comes as a package and needs no rights to install; a build without a window, of 70 MB. */
const PACKAGED = "@sparticuz/chromium@141.0.0";

/** The path of a Chromium for the tests: one that is there, or else one that can be had here. */
export async function findChromium(signal?: AbortSignal): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new LaunchError(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  }
  const found = installed() ?? (await fromDebian(signal)) ?? (await fromPackage(signal));
  if (found) return found;
  throw new LaunchError(
    "No Chromium was found for the tests in the browser, and none could be installed. Install the system's " +
      "package (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.",
  );
}

function installed(): string | undefined {
  const own = playwright.executablePath();
  if (own && existsSync(own)) return own;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's package, where this person may install packages without being asked for a password. */
async function fromDebian(signal?: AbortSignal): Promise<string | undefined> {
  if (!answers("apt-get", ["--version"])) return undefined;
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (prefix.length > 0 && !answers("sudo", ["-n", "true"])) return undefined;
  say("Installing Chromium for the tests (apt-get install chromium) …");
  const apt = async (...args: string[]) => {
    const [program = "", ...rest] = [
      ...prefix,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-qq",
      ...args,
    ];
    await runStep({ failure: `apt-get ${args[0]} failed`, program, args: rest, signal });
  };
  try {
    await apt("update");
    await apt("install", "-y", "--no-install-recommends", "chromium");
    return installed();
  } catch (thrown) {
    signal?.throwIfAborted();
    say(reasonOf(thrown));
    return undefined;
  }
}

async function fromPackage(signal?: AbortSignal): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const place = path.join(root, "node_modules/.cache/kikitori/chromium");
  try {
    if (!existsSync(path.join(place, "node_modules/@sparticuz/chromium"))) {
      say(`Fetching Chromium for the tests (${PACKAGED}) …`);
      const args = ["install", "--prefix", place, "--no-save", "--no-audit", "--no-fund", PACKAGED];
      await runStep({ failure: "The package could not be installed", program: "npm", args, signal });
    }
    const script = ownProgram("lib/launch/inside/unpack-chromium.ts", [place]);
    const program = (await runStep({ failure: "Chromium could not be unpacked", ...script, signal })).trim();
    // It brings few libraries of its own; whether the machine has the others shows when it is started.
    const browser = await playwright.launch({
      executablePath: program,
      args: ["--no-sandbox"],
      timeout: 30_000,
    });
    await browser.close();
    return program;
  } catch (thrown) {
    signal?.throwIfAborted();
    say(reasonOf(thrown));
    return undefined;
  }
}

function answers(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

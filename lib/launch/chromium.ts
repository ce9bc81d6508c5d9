import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium as playwright } from "@playwright/test";
import { root } from "./paths";
import { LaunchError, reasonOf, say } from "./say";
import { ownProgram, runStep } from "./step";

/** Draws no window around the page, which takes a third of what a page costs. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Comes as a package and needs no rights to install; a build without a window, of 70 MB. */
const PACKAGED = "@sparticuz/chromium@141.0.0";

/** The path of a Chromium for the tests: one that is there, or else one that can be had here. */
export async function findChromium(signal?: AbortSignal): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new LaunchError(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  }
  // A machine that is there for tests alone gets the quicker one beside another.
  const quick = process.env.CI ? (named(SHELL) ?? (await fromDebian([SHELL], signal))) : undefined;
  const found =
    quick ?? installed() ?? (await fromDebian([SHELL, "chromium"], signal)) ?? (await fromPackage(signal));
  if (found) return found;
  throw new LaunchError(
    "No Chromium was found for the tests in the browser, and none could be installed. Install the system's " +
      "package (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.",
  );
}

function installed(): string | undefined {
  const own = playwright.executablePath();
  if (own && existsSync(own)) return own;
  return NAMES.map(named).find((place) => place !== undefined);
}

function named(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of Debian's packages that can be had, where this person may install packages without being asked for a
 * password.
 */
async function fromDebian(packages: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
  if (!answers("apt-get", ["--version"])) return undefined;
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (prefix.length > 0 && !answers("sudo", ["-n", "true"])) return undefined;
  const apt = async (...args: string[]) => {
    const [program = "", ...rest] = [
      ...prefix,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-qq",
      // Where Debian can't be reached, that is known soon.
      ...["-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10", "-o", "Acquire::Retries=0"],
      ...args,
    ];
    await runStep({ failure: `apt-get ${args[0]} failed`, program, args: rest, signal });
  };
  for (const [tries, name] of packages.entries()) {
    say(`Installing Chromium for the tests (apt-get install ${name}) …`);
    try {
      if (tries === 0) await apt("update");
      await apt("install", "-y", "--no-install-recommends", name);
      return named(name);
    } catch (thrown) {
      signal?.throwIfAborted();
      say(reasonOf(thrown));
    }
  }
  return undefined;
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

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "@/lib/launch/paths";

export interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

/** A new data folder, which PostgreSQL's user can pass through. */
export function newHome(): string {
  const home = mkdtempSync(path.join(os.tmpdir(), "kikitori-launch-"));
  chmodSync(home, 0o711);
  return home;
}

/** Starts a command of the README on a data folder, without the settings of this shell. */
function launch(name: string, env: Record<string, string>, args: string[] = []) {
  const { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, KIKITORI_SAMPLE, PORT, ...rest } = process.env;
  const child = spawn(process.execPath, [path.join(root, "lib/launch/bootstrap.mjs"), name, ...args], {
    // As if npm had started it: then it ends when the tests do, whatever ends them.
    env: { ...rest, npm_lifecycle_event: name, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      heard();
    });
  }
  const ended = once(child, "close").then(([code]): Outcome => ({ code, said }));
  /** Resolves with what the command has said once it has said this; throws if it ends without. */
  const saysSo = (words: RegExp) =>
    Promise.race([
      new Promise<string>((resolve) => {
        heard = () => words.test(said) && resolve(said);
        heard();
      }),
      ended.then(() => {
        throw new Error(`it ended without saying ${words}:\n${said}`);
      }),
    ]);
  return { child, ended, saysSo };
}

/** Runs a command of the README until it ends. */
export function command(name: string, env: Record<string, string>, args: string[] = []): Promise<Outcome> {
  return launch(name, env, args).ended;
}

export interface Serving {
  /** What it said until it was ready. */
  readonly said: string;
  /** As Ctrl-C does. */
  stop(): Promise<Outcome>;
}

/** Runs `npm start` until it has said that it serves, and whatever else is waited for. */
export async function serve(env: Record<string, string>, words: RegExp): Promise<Serving> {
  const { child, ended, saysSo } = launch("start", env);
  await saysSo(/Ctrl-C stops it/);
  return {
    said: await saysSo(words),
    stop() {
      child.kill("SIGINT");
      return ended;
    },
  };
}

/** Starts the small launcher of a checkout, on a folder or where it keeps the data itself, and reads its first line. */
export async function hold(
  home?: string,
  checkout = root,
): Promise<{ launcher: ChildProcess; first: unknown }> {
  const script = path.join(checkout, "tests/support/launch/hold.ts");
  const launcher = spawn(process.execPath, ["--import", "tsx", script, ...(home ? [home] : [])], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: launcher.stdout }), "line");
  return { launcher, first: JSON.parse(line) };
}

/** PostgreSQL's own process. */
export function postmaster(home: string): number {
  return Number.parseInt(readFileSync(path.join(home, "postgres/postmaster.pid"), "utf8"), 10);
}

/** Whether a process runs; one that ended and waits for its parent's question does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

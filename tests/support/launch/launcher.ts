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

/** Runs a command of the README until it ends, on a data folder and without the settings of this shell. */
export async function command(
  name: string,
  env: Record<string, string>,
  args: string[] = [],
): Promise<Outcome> {
  const { DATABASE_URL: _, NEXTAUTH_URL: __, KIKITORI_SAMPLE: ___, PORT: ____, ...rest } = process.env;
  const child = spawn(process.execPath, [path.join(root, "lib/launch/bootstrap.mjs"), name, ...args], {
    env: { ...rest, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, "close");
  return { code, said };
}

/** Starts the small launcher on a folder and reads its first line. */
export async function hold(home: string): Promise<{ launcher: ChildProcess; first: unknown }> {
  const script = path.join(root, "tests/support/launch/hold.ts");
  const launcher = spawn(process.execPath, ["--import", "tsx", script, home], {
    cwd: root,
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

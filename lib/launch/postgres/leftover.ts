import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { codeOf, LaunchError } from "../say";

/** What the last run left behind: nothing, a database that died, or one that still runs by itself. */
export type Leftover = "none" | "died" | "stopped";

const PATIENCE = 60_000;

/**
 * Clears what an unclean end left in the data folder. The caller holds the folder's lock, so a server
 * that still runs there has lost its launcher: it is stopped properly. PostgreSQL removes the process
 * file of a dead server itself, but refuses where its number has since gone to another process (common
 * in containers, where numbers start anew); then the file is removed here.
 */
export async function clearLeftover(folder: string): Promise<Leftover> {
  const pid = readPid(folder);
  if (pid === undefined) return "none";
  if (!isAlive(pid)) return "died";
  if (!isPostgresOf(pid, folder)) {
    rmSync(path.join(folder, "postmaster.pid"), { force: true });
    return "died";
  }
  process.kill(pid, "SIGINT");
  const end = Date.now() + PATIENCE;
  while (isAlive(pid)) {
    if (Date.now() > end) {
      throw new LaunchError(
        `A database of an earlier run (process ${pid}) does not stop. Stop it, then start again.`,
      );
    }
    await delay(50);
  }
  return "stopped";
}

function readPid(folder: string): number | undefined {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (thrown) {
    return codeOf(thrown) === "EPERM";
  }
}

/** A dead process that nobody has asked after yet, as happens in containers without an init. */
function isZombie(pid: number): boolean {
  const status = `/proc/${pid}/stat`;
  return existsSync(status) && /\) Z /.test(readFileSync(status, "utf8"));
}

function isPostgresOf(pid: number, folder: string): boolean {
  const line = existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
    : (spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "");
  return line.includes("postgres") && line.includes(folder);
}

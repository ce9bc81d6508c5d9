import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { codeOf, LaunchError } from "../say";

/** What the last run left behind: nothing, a database that died, or one that still runs by itself. */
export type Leftover = "none" | "died" | "stopped";

const PATIENCE = 60_000;

/**
 * Clears what an unclean end left in the data folder. The caller holds the folder's lock, so a server
 * that still runs there has lost its launcher: it is stopped properly. Of a server that was killed, a process
 * may still be at work, and PostgreSQL waits for it in vain: it is ended. The process file of a dead server is
 * removed here, since PostgreSQL refuses to where its number has gone to another process, or to nobody's child
 * (both common in containers).
 */
export async function clearLeftover(folder: string): Promise<Leftover> {
  const pid = readPid(folder);
  if (pid === undefined) return "none";
  const orphaned = isAlive(pid) && isPostgresOf(pid, folder);
  const left = orphaned ? [pid] : processesIn(folder);
  for (const one of left) signal(one, orphaned ? "SIGINT" : "SIGQUIT");
  const end = Date.now() + PATIENCE;
  for (let still = left; still.length > 0; still = still.filter(isAlive)) {
    if (Date.now() > end) {
      throw new LaunchError(
        `A database of an earlier run (process ${still.join(", ")}) does not stop. Stop it, then start again.`,
      );
    }
    await delay(50);
  }
  if (orphaned) return "stopped";
  rmSync(path.join(folder, "postmaster.pid"), { force: true });
  return "died";
}

/** What works in the folder, as each of PostgreSQL's processes does; as far as this system and our rights tell. */
function processesIn(folder: string): number[] {
  const place = realpathSync(folder);
  const numbers = existsSync("/proc") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return numbers.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === place && isAlive(pid);
    } catch {
      return false; // it has just ended, or is not ours to look at
    }
  });
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
  try {
    process.kill(pid, name);
  } catch (thrown) {
    if (codeOf(thrown) !== "ESRCH") throw thrown; // it ended in the meantime
  }
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

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/**
 * The process that listens on a port, as "node (process 4711)", as far as this system and our rights tell;
 * otherwise "another program".
 */
export function whoListens(port: number): string {
  try {
    const sockets = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => listening(table, port)));
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      if (!holds(pid, sockets)) continue;
      return `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
    }
  } catch {
    // not Linux, or a closed /proc: the port's number has to do
  }
  return "another program";
}

/** The sockets that listen on the port: state 0A, the local port in hexadecimal, the inode in column 10. */
function listening(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return readFileSync(table, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(suffix) && columns[3] === "0A")
    .map((columns) => `socket:[${columns[9]}]`);
}

function holds(pid: string, sockets: ReadonlySet<string>): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((descriptor) => sockets.has(readlinkSync(`${folder}/${descriptor}`)));
  } catch {
    return false; // another user's process, or one that has just ended
  }
}

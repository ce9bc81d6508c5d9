import { readdirSync, readFileSync } from "node:fs";
import { whoListens } from "@/lib/launch/who-listens";

const PAGE = 4096;

/**
 * The most memory that the server on a port and the processes it starts hold, in bytes, from now until it
 * is stopped. As far as the system tells (Linux).
 */
export function peakMemory(port: string): { stop: () => number } {
  const [, server = ""] = /process (\d+)/.exec(whoListens(Number(port))) ?? [];
  let most = 0;
  const look = () => {
    most = Math.max(most, held(server));
  };
  look();
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function held(server: string): number {
  let sum = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      // After the name in brackets: the state, then the parent.
      const parent = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
      if (pid === server || parent === server)
        sum += Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE;
    } catch {
      // It has just ended.
    }
  }
  return sum;
}

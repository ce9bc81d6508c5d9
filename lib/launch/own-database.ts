import { readFileSync } from "node:fs";
import path from "node:path";
import { dataHome, makeHome } from "./home";
import { lockFolder } from "./lock";
import { ROLE } from "./postgres/cluster";
import { startEmbedded } from "./postgres/embedded";
import { LaunchError } from "./say";
import { readSettings } from "./settings";
import type { Cleanup } from "./stop";

/** Backup and restore are for the embedded database; one's own server has its own tools. */
export function embeddedHome(): string {
  const { DATABASE_URL, KIKITORI_DATA } = readSettings();
  if (DATABASE_URL === undefined) return dataHome(KIKITORI_DATA);
  throw new LaunchError(
    "DATABASE_URL names a PostgreSQL of your own: back it up and restore it with its tools (pg_dump, pg_restore).",
  );
}

/** The address of the embedded server: of the one that runs, or of one started for as long as this takes. */
export async function embeddedServer(
  home: string,
  cleanup: Cleanup,
): Promise<{ url: string; alone: boolean }> {
  makeHome(home);
  const locked = await lockFolder(home, "backup");
  if (!locked.ok) return { url: runningUrl(home), alone: false };
  cleanup.add(() => locked.lock.release());
  const server = await startEmbedded(home);
  cleanup.add(() => server.stop());
  return { url: server.url("postgres"), alone: true };
}

/** PostgreSQL writes its port into the fourth line of its process file. */
function runningUrl(home: string): string {
  try {
    const port = readFileSync(path.join(home, "postgres/postmaster.pid"), "utf8").split("\n")[3]?.trim();
    const password = readFileSync(path.join(home, "database-password"), "utf8").trim();
    return `postgresql://${ROLE}:${password}@127.0.0.1:${port}/postgres`;
  } catch {
    throw new LaunchError(
      "Kikitori is just starting from this folder. Wait until it serves, then run this again.",
    );
  }
}

import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { LaunchError, reasonOf, say } from "../say";
import type { Binaries } from "./binaries";
import { canReach, type Identity, nearestExisting } from "./identity";

/** The one role of the embedded server; it owns everything. */
export const ROLE = "kikitori";

const MEGABYTE = 1024 * 1024;
/** A new cluster takes 40 MB, and its log of changes soon takes 200 MB more. */
const ROOM_FOR_NEW = 300 * MEGABYTE;
/** Below this the server might stop in the middle of a day's work. */
const ROOM_TO_START = 50 * MEGABYTE;

export interface Cluster {
  /** PostgreSQL's own folder, which holds PG_VERSION. */
  readonly folder: string;
  readonly password: string;
  readonly created: boolean;
}

/** Opens the cluster in `home`, or makes it. Refuses, and changes nothing, where that could do damage. */
export async function openCluster(home: string, binaries: Binaries, identity: Identity): Promise<Cluster> {
  const folder = path.join(home, "postgres");
  const passwordFile = path.join(home, "database-password");
  if (!canReach(home, identity)) {
    throw new LaunchError(
      `PostgreSQL does not run as root; it runs as user ${identity.uid}, who cannot reach ${home}. ` +
        "Open the folders above it (chmod o+x), or set KIKITORI_DATA to a folder that all can reach.",
    );
  }
  const created = !existsSync(folder);
  requireRoom(home, created ? ROOM_FOR_NEW : ROOM_TO_START);
  if (created) await createCluster(folder, passwordFile, binaries, identity);
  requireOwner(folder, identity);
  requireVersion(folder, binaries);
  if (!existsSync(passwordFile)) {
    throw new LaunchError(
      `The database's password is missing (${passwordFile}). Put the file back from a backup of ${home}.`,
    );
  }
  return { folder, password: readFileSync(passwordFile, "utf8").trim(), created };
}

/**
 * Built beside its place and moved there whole, so that an interrupted start leaves nothing half-made. It takes
 * some seconds, in which this process answers a second start that asks who holds the folder.
 */
async function createCluster(
  folder: string,
  passwordFile: string,
  binaries: Binaries,
  identity: Identity,
): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  const passwordCopy = path.join(unfinished, "..", "initdb-password");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700, recursive: true });
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  writeFileSync(passwordCopy, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(unfinished, identity.uid, identity.gid);
    chownSync(passwordCopy, identity.uid, identity.gid);
  }
  // C.UTF-8 of the C library: with the other providers the trigram index finds nothing in Japanese.
  const args = ["-D", unfinished, "-U", ROLE, "-A", "scram-sha-256", "--pwfile", passwordCopy];
  args.push("-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
  try {
    await promisify(execFile)(binaries.initdb, args, { ...identity, cwd: "/" });
  } catch (thrown) {
    rmSync(unfinished, { recursive: true, force: true });
    const said = reasonOf(thrown); // the command, and what it wrote on its standard error
    if (/No space left on device/.test(said)) throw diskFull(path.dirname(folder));
    throw new LaunchError(`The database could not be set up in ${path.dirname(folder)}:\n${said}`);
  } finally {
    rmSync(passwordCopy, { force: true });
  }
  renameSync(unfinished, folder);
}

/** The words for a full disk, before and while the server runs. */
export function diskFull(home: string): LaunchError {
  return new LaunchError(
    `The disk that holds ${home} is full. What was saved is kept. Free some space there, or set ` +
      "KIKITORI_DATA to a folder on another disk (move the data with it), and start again.",
  );
}

function requireRoom(home: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(nearestExisting(home));
  const free = bavail * bsize;
  if (free >= bytes) return;
  say(`Free space: ${Math.floor(free / MEGABYTE)} MB; needed: ${Math.ceil(bytes / MEGABYTE)} MB.`);
  throw diskFull(home);
}

function requireOwner(folder: string, identity: Identity): void {
  const me = identity.uid ?? process.getuid?.();
  const owner = lstatSync(folder).uid;
  if (me === undefined || owner === me) return;
  throw new LaunchError(
    `The data in ${folder} belong to user ${owner}, and PostgreSQL would run as user ${me}. Start as the ` +
      `user who started before (root's data belong to user 65534), or change their owner: chown -R ${me} ${folder}`,
  );
}

function requireVersion(folder: string, binaries: Binaries): void {
  const version = path.join(folder, "PG_VERSION");
  if (!existsSync(version)) {
    throw new LaunchError(
      `${folder} exists but is not a PostgreSQL data folder. Move it away and start again.`,
    );
  }
  const theirs = readFileSync(version, "utf8").trim();
  const ours = majorVersion(binaries);
  if (theirs === ours) return;
  throw new LaunchError(
    `The data in ${folder} were written by PostgreSQL ${theirs}; this release brings PostgreSQL ${ours}, which ` +
      "cannot read them. Nothing was changed. With the release that wrote them, run: npm run db:backup. Then " +
      `move ${path.dirname(folder)} aside and, with this release, run: npm run db:restore -- <the backup>`,
  );
}

/** "18" from "postgres (PostgreSQL) 18.4". */
function majorVersion(binaries: Binaries): string {
  const asked = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" });
  const major = /(\d+)(?:\.\d+)?\s*$/.exec(asked.stdout ?? "")?.[1];
  if (major) return major;
  throw new LaunchError(
    `PostgreSQL does not run on this machine: ${asked.error?.message ?? asked.stderr.trim()}`,
  );
}

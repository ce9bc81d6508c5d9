import { lstatSync, realpathSync } from "node:fs";
import path from "node:path";

/** The user that PostgreSQL runs as. Empty where it runs as the person who started the launcher. */
export interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/** The user "nobody" of every common system. No account is made for it. */
const NOBODY = 65534;

/** PostgreSQL refuses to run as root, so root starts it as nobody. */
export function serverIdentity(): Identity {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/**
 * Whether the identity can pass through every folder down to `place`, which need not exist yet.
 * A home folder closed to others (0700) is the usual reason why not.
 */
export function canReach(place: string, identity: Identity): boolean {
  if (identity.uid === undefined) return true;
  for (let folder = nearestExisting(place); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = lstatSync(folder);
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** The real path of the nearest folder at or above `place` that exists. */
export function nearestExisting(place: string): string {
  for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
    try {
      return realpathSync(folder);
    } catch (thrown) {
      if (folder === path.dirname(folder)) throw thrown;
    }
  }
}

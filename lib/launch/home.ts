import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./paths";
import { canReach, nearestExisting, serverIdentity } from "./postgres/identity";
import { LaunchError } from "./say";

/**
 * The folder of this installation's data. Usually `.data` in the checkout. Where PostgreSQL could not
 * reach that, or it cannot be written, a folder of this checkout's own where machines keep such data.
 */
export function dataHome(chosen: string | undefined): string {
  if (chosen) return path.resolve(chosen);
  const usual = path.join(root, ".data");
  if (isUsable(usual)) return usual;
  if (holdsData(usual)) {
    throw new LaunchError(
      `There are data in ${usual}, but they cannot be reached any more. Open that folder and those above it ` +
        "(chmod o+x), or move it elsewhere and set KIKITORI_DATA to the new place.",
    );
  }
  const other = candidates().find(isUsable);
  if (other) return other;
  throw new LaunchError(
    `No folder was found for the data: neither ${usual} nor ${candidates().join(" nor ")} can be written. ` +
      "Set KIKITORI_DATA to one that can.",
  );
}

function candidates(): string[] {
  const place = realpathSync(root);
  const name = `${path.basename(place)}-${createHash("sha256").update(place).digest("hex").slice(0, 12)}`;
  if (process.getuid?.() === 0)
    return [path.join("/var/lib/kikitori", name), path.join(os.tmpdir(), "kikitori", name)];
  const own = process.env.XDG_DATA_HOME || path.join(os.homedir(), ".local/share");
  return [
    path.join(own, "kikitori", name),
    path.join(os.tmpdir(), `kikitori-${process.getuid?.() ?? "data"}`, name),
  ];
}

function isUsable(folder: string): boolean {
  if (!canReach(folder, serverIdentity())) return false;
  try {
    accessSync(nearestExisting(folder), constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function holdsData(folder: string): boolean {
  try {
    return existsSync(folder) && lstatSync(path.join(folder, "postgres")).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Makes the folder, and those above it. As root, others may pass through them, since PostgreSQL's user must,
 * but not look into them, whatever the person's umask says.
 */
export function makeHome(home: string): void {
  const asRoot = process.getuid?.() === 0;
  const before = asRoot ? process.umask(0o066) : undefined;
  mkdirSync(home, { recursive: true });
  if (before === undefined) return;
  process.umask(before);
  chmodSync(home, 0o711);
}

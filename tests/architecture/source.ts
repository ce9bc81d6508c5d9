import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A source file as the rules see it. Paths are from the project's root, with forward slashes. */
export interface Source {
  path: string;
  text: string;
  /** What it imports: project files as paths without an ending, packages by their names. */
  imports: string[];
}

const IMPORT =
  /^\s*(?:import|export)\b(?:[^"'`;]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** The modules a file names in its imports, those of types included. */
export function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, plain, dynamic]) => {
    const named = plain ?? dynamic ?? "";
    if (named.startsWith("@/")) return named.slice(2);
    if (named.startsWith(".")) return path.posix.join(path.posix.dirname(file), named);
    return named;
  });
}

export function sourceOf(file: string, text: string): Source {
  return { path: file, text, imports: importsOf(file, text) };
}

const root = path.join(import.meta.dirname, "../..");

/** Every file that is or would be in the repository. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  // A file deleted but not yet committed is listed still.
  return listed.split("\0").filter((file) => file && existsSync(path.join(root, file)));
}

/** The project's own code. */
export function projectSources(files = projectFiles()): Source[] {
  return files
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => sourceOf(file, readFileSync(path.join(root, file), "utf8")));
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths";
import { say } from "./say";
import { packageProgram, runStep } from "./step";

/** Everything that a build is made of. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** A production build: where next.config.ts puts it under these settings. */
export interface Build {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export const PRODUCT: Build = { folder: ".next", env: {} };

/** The product with the handler that `npm run bench` measures beside; it lies apart, so that neither build undoes the other. */
export const MEASURED: Build = { folder: ".next-bench", env: { KIKITORI_BENCH: "1" } };

const stampOf = ({ folder }: Build) => path.join(root, folder, "kikitori-sources");

/** Whether the folder holds a build of exactly these sources. Times of files would not tell. */
export function isBuilt(kind = PRODUCT): boolean {
  const stamp = stampOf(kind);
  return (
    existsSync(path.join(root, kind.folder, "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === fingerprint()
  );
}

/** Builds for production unless that is done already. */
export async function build(signal?: AbortSignal, kind = PRODUCT): Promise<void> {
  if (isBuilt(kind)) return;
  say("Building the app (about a minute, once for each release) …");
  const sources = fingerprint();
  rmSync(stampOf(kind), { force: true }); // a build that fails half-way must not pass for the one before
  // What the compiler remembers of the last release makes it report errors that this one has not: it does
  // not notice that the catalogue of messages, which declares types for all, has changed.
  rmSync(path.join(root, kind.folder, "cache/.tsbuildinfo"), { force: true });
  await runStep({
    failure: "The app could not be built",
    ...packageProgram("next/dist/bin/next", ["build"]),
    env: kind.env,
    signal,
  });
  writeFileSync(stampOf(kind), sources);
}

function fingerprint(): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of SOURCES.flatMap((place) => filesIn(place)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(place: string): string[] {
  const full = path.join(root, place);
  const status = statSync(full, { throwIfNoEntry: false });
  if (!status) return [];
  if (status.isFile()) return [place];
  return readdirSync(full).flatMap((name) => filesIn(path.join(place, name)));
}

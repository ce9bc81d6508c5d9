import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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

const STAMP = path.join(root, ".next/kikitori-sources");

/** Whether `.next` holds a production build of exactly these sources. Times of files would not tell. */
export function isBuilt(): boolean {
  return (
    existsSync(path.join(root, ".next/BUILD_ID")) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, "utf8") === fingerprint()
  );
}

/** Builds for production unless that is done already. */
export async function build(signal?: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  say("Building the app (about a minute, once for each release) …");
  const sources = fingerprint();
  await runStep({
    failure: "The app could not be built",
    ...packageProgram("next/dist/bin/next", ["build"]),
    signal,
  });
  writeFileSync(STAMP, sources);
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

import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import type { StudyScope } from "@/lib/access/scope";
import { BatchProgress, type UploadStatus } from "@/lib/schemas/imports";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { addUploads, openBatch } from "@/lib/server/imports/mutations";
import { importChoices } from "@/tests/support/imports/batch";
import { generate } from "./support/generate";
import { type Hold, HoldWatch, ownHold } from "./support/hold";
import { interview } from "./support/interview";
import { goal, heading, line, machine, number, table } from "./support/report";
import { peakMemory } from "./support/server-memory";
import { type Session, sessionOf } from "./support/session";
import { target } from "./support/target";

const WORDS = 10_000;
/** Files that a browser sends at once. */
const AT_ONCE = 3;
const MEGABYTE = 2 ** 20;
/** A file made to do harm, as far as text can. */
const LINES = 1_000_000;
/** What a person at another screen does not notice, in milliseconds. */
const UNNOTICED = 50;

interface Measured {
  files: number;
  bytes: number;
  /** Milliseconds: from disk alone; until all are sent; until all are read; from adding until all are stored. */
  floor: number;
  sent: number;
  read: number;
  stored: number;
  /** The most that the server and its readers held, in bytes. */
  memory: number;
  /** The longest that the server answered nobody meanwhile. */
  hold: Hold;
}

const cookie = ({ name, value }: Session) => ({ cookie: `${name}=${value}` });

async function send(batchId: string, headers: Record<string, string>, position: number, bytes: Buffer) {
  const id = randomUUID();
  const response = await fetch(
    `${target.BASE_URL}/api/imports/${batchId}/uploads/${id}?position=${position}`,
    {
      method: "PUT",
      headers: { ...headers, "x-file-name": `${position}.txt` },
      body: new Uint8Array(bytes),
    },
  );
  if (response.status !== 201) throw new Error(`not taken in (${response.status}): ${await response.text()}`);
  return id;
}

/** Asks until every file has come so far; more often than the page does, to be exact, but not so often that asking is work. */
async function reaches(
  batchId: string,
  headers: Record<string, string>,
  status: UploadStatus,
): Promise<void> {
  for (;;) {
    const response = await fetch(`${target.BASE_URL}/api/imports/${batchId}`, { headers });
    const { uploads } = BatchProgress.parse(await response.json());
    const failed = uploads.find(([, , , is]) => is === "failed");
    if (failed) throw new Error(`${failed[1]} failed: ${failed[4]}`);
    if (uploads.every(([, , , is]) => is === status)) return;
    await delay(200);
  }
}

async function bringIn(scope: StudyScope, paths: readonly string[]): Promise<Measured> {
  const files = paths.length;
  const headers = cookie(await sessionOf(scope.userId));
  const beforeFloor = performance.now();
  let bytes = 0;
  for (const file of paths) bytes += (await readFile(file)).length;
  const floor = performance.now() - beforeFloor;

  const { id: batchId } = await openBatch(scope, randomUUID());
  const memory = peakMemory(new URL(target.BASE_URL).port);
  await watch.longest();
  const begun = performance.now();
  const ids: string[] = [];
  let next = 0;
  const client = async () => {
    for (let position = next++; position < files; position = next++)
      ids[position] = await send(batchId, headers, position, await readFile(paths[position] ?? ""));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const sent = performance.now() - begun;
  await reaches(batchId, headers, "read");
  const read = performance.now() - begun;
  const adding = performance.now();
  await addUploads(
    scope,
    batchId,
    ids.map((id, position) => ({ id, choices: importChoices({ title: `Interview ${position}` }) })),
  );
  await reaches(batchId, headers, "stored");
  const stored = performance.now() - adding;
  return { files, bytes, floor, sent, read, stored, memory: memory.stop(), hold: await watch.longest() };
}

machine();
const watch = new HoldWatch();
const study = await generate(
  target.DATABASE_URL,
  { transcripts: 1, words: 100, codings: 1, codes: 5, groups: 2, coders: 1 },
  77,
);
const scope = await offlineScope(study.coderIds[0] ?? "", study.studyId);
const folder = await mkdtemp(path.join(tmpdir(), "kikitori-bench-"));
const named = (name: string) => path.join(folder, `${name}.txt`);
const some = (files: number) => Array.from({ length: files }, (_, index) => named(`${index}`));
for (const [index, file] of some(200).entries()) await writeFile(file, interview(WORDS, index));
await writeFile(named("lines"), "Q: b?\nA: c\n".repeat(LINES / 2));

await bringIn(scope, some(5));
const measured = [await bringIn(scope, some(20)), await bringIn(scope, some(200))];
heading(`Interviews of ${WORDS.toLocaleString("en")} words, from a folder to transcripts`);
table(
  [
    "",
    "MB",
    "read from disk",
    "sent",
    "read",
    "stored",
    "files a second",
    "beside the disk",
    "peak memory",
    "longest hold",
  ],
  measured.map(({ files, bytes, floor, sent, read, stored, memory, hold }) => [
    `${files} files`,
    number(bytes / MEGABYTE),
    `${number(floor)} ms`,
    `${number(sent)} ms`,
    `${number(read)} ms`,
    `${number(stored)} ms`,
    number((files * 1000) / (read + stored)),
    `${number((read + stored) / floor)} ×`,
    `${number(memory / MEGABYTE)} MB`,
    `${number(hold.server)} ms`,
  ]),
);
const [few, many] = measured;
if (few && many) {
  const each = ({ files, read, stored }: Measured) => (read + stored) / files;
  line(
    `  Ten times as many: ${number(each(many) / each(few))} × the time of a file, ${number(many.memory / few.memory)} × the memory`,
  );
}

heading(`A file of ${LINES.toLocaleString("en")} lines`);
const harm = await bringIn(scope, [named("lines")]);
line(
  `  read in ${number(harm.read)} ms, stored in ${number(harm.stored)} ms; peak memory ${number(harm.memory / MEGABYTE)} MB`,
);
for (const [what, { hold }] of [["the interviews", many ?? harm] as const, ["the lines", harm] as const]) {
  // What the machine holds an idle thread for, it may hold the server for; the rest is the server's own.
  goal(`longest hold of the server by ${what}, beyond an idle thread's`, ownHold(hold), UNNOTICED, "ms");
  line(`         ${number(hold.server)} ms in all; an idle thread was held for ${number(hold.idle)} ms`);
}
await watch.stop();
await rm(folder, { recursive: true });
await prisma().$disconnect();
await pool().end();

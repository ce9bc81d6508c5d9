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
import { interview } from "./support/interview";
import { heading, line, machine, number, table } from "./support/report";
import { peakMemory } from "./support/server-memory";
import { type Session, sessionOf } from "./support/session";
import { target } from "./support/target";

const WORDS = 10_000;
/** Files that a browser sends at once. */
const AT_ONCE = 3;
const MEGABYTE = 2 ** 20;

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

/** Asks as the page does, until every file has come so far. */
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
    await delay(50);
  }
}

async function bringIn(scope: StudyScope, folder: string, files: number): Promise<Measured> {
  const headers = cookie(await sessionOf(scope.userId));
  const paths = Array.from({ length: files }, (_, index) => path.join(folder, `${index}.txt`));
  const beforeFloor = performance.now();
  let bytes = 0;
  for (const file of paths) bytes += (await readFile(file)).length;
  const floor = performance.now() - beforeFloor;

  const { id: batchId } = await openBatch(scope, randomUUID());
  const memory = peakMemory(new URL(target.BASE_URL).port);
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
  return { files, bytes, floor, sent, read, stored, memory: memory.stop() };
}

machine();
const study = await generate(
  target.DATABASE_URL,
  { transcripts: 1, words: 100, codings: 1, codes: 5, groups: 2, coders: 1 },
  77,
);
const scope = await offlineScope(study.coderIds[0] ?? "", study.studyId);
const folder = await mkdtemp(path.join(tmpdir(), "kikitori-bench-"));
for (let index = 0; index < 200; index += 1)
  await writeFile(path.join(folder, `${index}.txt`), interview(WORDS, index));

await bringIn(scope, folder, 5);
const measured = [await bringIn(scope, folder, 20), await bringIn(scope, folder, 200)];
heading(`Interviews of ${WORDS.toLocaleString("en")} words, from a folder to transcripts`);
table(
  ["", "MB", "read from disk", "sent", "read", "stored", "files a second", "beside the disk", "peak memory"],
  measured.map(({ files, bytes, floor, sent, read, stored, memory }) => [
    `${files} files`,
    number(bytes / MEGABYTE),
    `${number(floor)} ms`,
    `${number(sent)} ms`,
    `${number(read)} ms`,
    `${number(stored)} ms`,
    number((files * 1000) / (read + stored)),
    `${number((read + stored) / floor)} ×`,
    `${number(memory / MEGABYTE)} MB`,
  ]),
);
const [few, many] = measured;
if (few && many) {
  const each = ({ files, read, stored }: Measured) => (read + stored) / files;
  line(
    `  Ten times as many: ${number(each(many) / each(few))} × the time of a file, ${number(many.memory / few.memory)} × the memory`,
  );
}
await rm(folder, { recursive: true });
await prisma().$disconnect();
await pool().end();

import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { previewRestore, restoreCodings, undoEvent } from "@/lib/server/history/mutations";
import type { Viewer } from "@/lib/server/live";
import { eventsAfter } from "@/lib/server/live/events";
import { writeHistory } from "./support/coded-history";
import { generate } from "./support/generate";
import { goal, heading, line, machine, milliseconds, number, table, tenfold } from "./support/report";
import { target } from "./support/target";

// How long it takes to bring all codings of a study back to a time, and to take that back, beside the least that the
// database needs for it: to change every segment and every coding once.

const COUNT = new Intl.NumberFormat("en");

machine();
const small = await measure(500, 31);
const large = await measure(5_000, 32);
goal("100,000 codings: what a restore would change", large.preview, 2_000, "ms");
goal("100,000 codings: restoring them", large.restore, 6_000, "ms");
goal("100,000 codings: taking that back", large.undo, 6_000, "ms");
line(`  Restoring takes ${number(large.restore / large.floor)} × changing every row once.`);
for (const [what, of] of [
  ["changing every row once", "floor"],
  ["what a restore would change", "preview"],
  ["restoring", "restore"],
  ["taking it back", "undo"],
] as const)
  tenfold(what, small[of], large[of]);
goal("ten times as many codings: restoring them", large.restore / small.restore, 12, "×");
await prisma().$disconnect();
await pool().end();

async function measure(codings: number, seed: number) {
  const size = { transcripts: 20, words: 10_000, codings, codes: 60, groups: 3, coders: 8 };
  const { studyId, ownerId } = await generate(target.DATABASE_URL, size, seed);
  await writeHistory(target.DATABASE_URL, studyId);
  const scope = await offlineScope(ownerId, studyId);
  heading(`${COUNT.format(size.transcripts * codings)} codings in 20 transcripts`);
  const floor = await timed(() => touchAll(studyId));
  const { seq: base } = await prisma().study.findUniqueOrThrow({ where: { id: studyId } });
  const preview = await timed(() =>
    previewRestore(scope, { workId: randomUUID(), studyId, moment: { seq: 0 } }),
  );
  const eventId = randomUUID();
  const restore = await timed(() => restoreCodings(scope, { eventId, studyId, seq: 0, base: Number(base) }));
  await none(studyId, 0);
  const undo = await timed(() => undoEvent(scope, { eventId: randomUUID(), undoes: eventId }));
  await none(studyId, size.transcripts * codings);
  const told = await eventsAfter(studyId, Number(base), 1_000);
  const coder: Viewer = {
    ...{ studyId, userId: randomUUID(), role: "coder", epoch: 0, transcriptId: null, sources: [studyId] },
    ...{ blind: new Set(), knownAt: 0 },
  };
  const bytes = told.reduce((sum, event) => sum + (event.told(coder, 0)?.length ?? 0), 0);
  table(
    ["", "time"],
    [
      ["changing every row once", milliseconds(floor)],
      ["what it would change", milliseconds(preview)],
      ["restoring", milliseconds(restore)],
      ["taking it back", milliseconds(undo)],
    ],
  );
  line(`  Told to each open screen of both: ${told.length} events, ${number(bytes / 1024)} KB.`);
  return { floor, preview, restore, undo };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The floor: every segment and coding is deleted at once, and nothing is looked at or kept. It is rolled back. */
async function touchAll(studyId: string): Promise<void> {
  const client = await pool().connect();
  await client.query("BEGIN");
  await client.query(`UPDATE "Segment" SET "deletedAt" = now() WHERE "studyId" = $1`, [studyId]);
  await client.query(`UPDATE "Coding" SET "deletedAt" = now() WHERE "studyId" = $1`, [studyId]);
  await client.query("ROLLBACK");
  client.release();
}

async function none(studyId: string, expected: number): Promise<void> {
  const live = await prisma().coding.count({ where: { studyId, deletedAt: null } });
  if (live !== expected) throw new Error(`${live} codings are there, and not ${expected}`);
}

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import type { Change, Operation } from "@/lib/domain/coding";
import { countRestore, planRestore, rowsAt } from "@/lib/domain/history";
import { Change as ChangeSchema, CodingState, SegmentState } from "@/lib/schemas/coding";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import * as history from "@/lib/server/history/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { chance } from "@/tests/unit/revision/scenes";

let fixture: Fixture;
let coder: StudyScope;
let lead: StudyScope;

beforeEach(async () => {
  fixture = await buildFixture();
  const { members, studyId } = fixture.a;
  coder = await offlineScope(members.coder.userId, studyId);
  lead = await offlineScope(members.lead.userId, studyId);
});

const fresh = () => randomUUID();

/** Everything on codings in the study: rows of now, deleted ones too, and the events with their numbers. */
async function everything(): Promise<{ now: Change; events: { seq: number; before: Change }[] }> {
  const { studyId } = fixture.a;
  const [segments, codings, events] = await Promise.all([
    prisma().segment.findMany({ where: { studyId } }),
    prisma().coding.findMany({ where: { studyId } }),
    prisma().historyEvent.findMany({
      where: { studyId, kind: { startsWith: "coding.", not: "coding.restore" } },
      orderBy: { seq: "asc" },
    }),
  ]);
  const deleted = <Row extends { deletedAt: Date | null }>(row: Row) => ({
    ...row,
    deleted: row.deletedAt !== null,
  });
  return {
    now: {
      segments: segments.map((row) => SegmentState.parse(deleted(row))),
      codings: codings.map((row) => CodingState.parse(deleted(row))),
    },
    events: events.map((event) => ({ seq: Number(event.seq), before: ChangeSchema.parse(event.before) })),
  };
}

/** What is there to be seen, in a fixed order. */
function live({ segments, codings }: Change) {
  const seenOf = <Row extends { id: string; deleted: boolean }>(rows: readonly Row[]) =>
    rows.filter(({ deleted }) => !deleted).toSorted((a, b) => a.id.localeCompare(b.id));
  return { segments: seenOf(segments), codings: seenOf(codings) };
}

const seqNow = async () =>
  Number((await prisma().study.findUniqueOrThrow({ where: { id: fixture.a.studyId } })).seq);

/** Many operations by two people in few places; most are accepted. */
async function work(seed: number, count: number): Promise<void> {
  const { a } = fixture;
  const pick = chance(seed);
  for (let n = 0; n < count; n += 1) {
    const scope = pick(2) === 0 ? coder : lead;
    const own = await prisma().segment.findMany({
      where: { coderId: scope.userId, studyId: a.studyId, deletedAt: null },
      include: { codings: { where: { deletedAt: null } } },
    });
    const segment = own[pick(Math.max(own.length, 1))];
    const start = pick(3);
    const end = start + 1 + pick(4);
    const quote = a.text.slice(start, end);
    const id = fresh();
    const what = segment ? pick(5) : 0;
    const codeId = pick(2) === 0 ? a.codeId : a.spareCodeId;
    const operations: Operation[] = [
      {
        id,
        kind: "apply",
        versionId: a.versionId,
        segmentId: fresh(),
        start,
        end,
        quote,
        codings: [{ id: fresh(), codeId }],
      },
      { id, kind: "remove", segmentId: segment?.id ?? id },
      {
        id,
        kind: "annotate",
        segmentId: segment?.id ?? id,
        changes: { memo: id },
        base: { memo: segment?.memo ?? "" },
      },
      {
        id,
        kind: "uncode",
        segmentId: segment?.id ?? id,
        codingIds: segment?.codings.slice(0, 1).map((c) => c.id) ?? [],
      },
      {
        id,
        kind: "resize",
        segmentId: segment?.id ?? id,
        start,
        end,
        quote,
        base: { start: segment?.start ?? 0, end: segment?.end ?? 0 },
      },
    ];
    const operation = operations[what];
    if (operation) await applyOperations(scope, a.transcriptId, [operation]);
  }
}

async function restore(seq: number, eventId = fresh()): Promise<string> {
  await history.restoreCodings(lead, { eventId, studyId: fixture.a.studyId, seq, base: await seqNow() });
  return eventId;
}

describe("restoring the codings", () => {
  test.each([1, 2, 3])(
    "is what the plan of the domain says, and is taken back and done again (%i)",
    async (seed) => {
      await work(seed, 16);
      const middle = await seqNow();
      const then = live((await everything()).now);
      await work(seed + 100, 16);
      const { now, events } = await everything();
      const planned = planRestore(
        now,
        rowsAt(
          now,
          events.filter(({ seq }) => seq > middle),
        ),
      );
      const counts = countRestore(planned);
      const preview = await history.previewRestore(lead, {
        workId: fresh(),
        studyId: fixture.a.studyId,
        moment: { seq: middle },
      });
      expect(preview).toMatchObject({ segments: counts.segments, codings: counts.codings, seq: middle });
      expect(
        new Map(preview.coders.map(({ id, back, gone, changed }) => [id, { back, gone, changed }])),
      ).toEqual(counts.coders);

      const eventId = await restore(middle);
      expect(live((await everything()).now)).toEqual(then);
      const again = await history.previewRestore(lead, {
        workId: fresh(),
        studyId: fixture.a.studyId,
        moment: { seq: middle },
      });
      expect(again.transcripts).toBe(0);

      const undone = fresh();
      await history.undoEvent(lead, { eventId: undone, undoes: eventId });
      expect(live((await everything()).now)).toEqual(live(now));
      await history.undoEvent(lead, { eventId: fresh(), undoes: undone });
      expect(live((await everything()).now)).toEqual(then);
    },
  );

  test("is one event, with one in each transcript; sent twice it is the same as once", async () => {
    const before = await seqNow();
    await work(7, 6);
    const eventId = fresh();
    const base = await seqNow();
    const input = { eventId, studyId: fixture.a.studyId, seq: before, base };
    const first = await history.restoreCodings(lead, input);
    expect(await history.restoreCodings(lead, input)).toEqual(first);
    const events = await prisma().historyEvent.findMany({
      where: { studyId: fixture.a.studyId, seq: { gt: base } },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ kind, transcriptId }) => [kind, transcriptId])).toEqual([
      ["coding.restore", fixture.a.transcriptId],
      ["history.restore", null],
    ]);
    expect(events[1]?.id).toBe(eventId);
  });

  test("waits for whoever has coded since one looked, and is not taken back over later work", async () => {
    const before = await seqNow();
    await work(11, 6);
    const base = await seqNow();
    await work(12, 4);
    const input = { eventId: fresh(), studyId: fixture.a.studyId, seq: before, base };
    await expect(history.restoreCodings(lead, input)).rejects.toMatchObject({
      body: { detail: "history_coded" },
    });
  });

  test("is not taken back over later work", async () => {
    const { segmentId, transcriptId } = fixture.a;
    const note = (memo: string, base: string) =>
      applyOperations(coder, transcriptId, [
        { id: fresh(), kind: "annotate", segmentId, changes: { memo }, base: { memo: base } },
      ]);
    const before = await seqNow();
    await note("first", "");
    const eventId = await restore(before);
    await note("later", "");
    await expect(history.undoEvent(lead, { eventId: fresh(), undoes: eventId })).rejects.toMatchObject({
      body: { detail: "history_codings" },
    });
    expect((await prisma().segment.findUniqueOrThrow({ where: { id: segmentId } })).memo).toBe("later");
  });

  test("knows what a segment was before a restore that was taken back, whatever was done after that", async () => {
    const { segmentId, transcriptId } = fixture.a;
    const note = (memo: string, base: string) =>
      applyOperations(coder, transcriptId, [
        { id: fresh(), kind: "annotate", segmentId, changes: { memo }, base: { memo: base } },
      ]);
    await work(41, 2);
    const start = await seqNow();
    await work(42, 6);
    await note("then", "");
    const then = await seqNow();
    const everythingThen = live((await everything()).now);
    const eventId = await restore(start);
    await history.undoEvent(lead, { eventId: fresh(), undoes: eventId });
    await note("later", "then");
    await restore(then);
    expect(live((await everything()).now)).toEqual(everythingThen);
  });

  test("leaves other studies alone", async () => {
    await work(21, 4);
    const segments = () => prisma().segment.findMany({ where: { studyId: fixture.b.studyId } });
    const theirs = await segments();
    await restore(0);
    expect(await segments()).toEqual(theirs);
  });

  test("of a time finds the last event before it", async () => {
    await work(31, 3);
    const at = new Date(Date.now() + 1000).toISOString();
    const preview = await history.previewRestore(lead, {
      workId: fresh(),
      studyId: fixture.a.studyId,
      moment: { at },
    });
    expect(preview).toMatchObject({ seq: await seqNow(), transcripts: 0 });
  });
});

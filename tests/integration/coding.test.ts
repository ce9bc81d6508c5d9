import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Operation } from "@/lib/domain/coding";
import { applyOperations } from "@/lib/server/coding/actions";
import { prisma } from "@/lib/server/db";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

let fixture: Fixture;
let a: StudyFixture;
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
  asking.as = a.members.coder;
});

/** The words in the transcript of study A, and where they stand. */
function at(quote: string) {
  const start = a.text.indexOf(quote);
  return { start, end: start + quote.length, quote };
}

function apply(quote: string, ...codeIds: string[]) {
  const codings = (codeIds.length ? codeIds : [a.codeId]).map((codeId) => ({ id: randomUUID(), codeId }));
  return {
    id: randomUUID(),
    kind: "apply" as const,
    versionId: a.versionId,
    segmentId: randomUUID(),
    ...at(quote),
    codings,
  };
}

async function perform(...operations: Operation[]) {
  const result = await applyOperations({ transcriptId: a.transcriptId, operations });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const refused = async (operation: Operation) => {
  const [outcome] = await perform(operation);
  return outcome?.ok ? "done" : outcome?.reason;
};

const liveSegments = () =>
  prisma().segment.count({ where: { transcriptId: a.transcriptId, deletedAt: null } });

describe("a coding", () => {
  it("keeps coder, version, codebook revision, quote and context, and its event", async () => {
    const operation = apply("e\u0301galite\u0301, حرية", a.codeId, a.spareCodeId);
    const [outcome] = await perform(operation);
    expect(outcome).toMatchObject({ id: operation.id, ok: true, seq: 1 });
    const segment = await prisma().segment.findUniqueOrThrow({
      where: { id: operation.segmentId },
      include: { codings: true },
    });
    expect(segment).toMatchObject({
      quote: operation.quote,
      before: a.text.slice(operation.start - 32, operation.start),
      after: ".\n",
      coderId: a.members.coder.userId,
      versionId: a.versionId,
      deletedAt: null,
    });
    expect(segment.codings.map((coding) => coding.codeId).sort()).toEqual([a.codeId, a.spareCodeId].sort());
    const event = await prisma().historyEvent.findUniqueOrThrow({ where: { id: operation.id } });
    expect(event).toMatchObject({ kind: "coding.apply", seq: 1n, transcriptId: a.transcriptId });
  });

  it("sent twice is the same as once", async () => {
    const operation = apply("from fear");
    const [first] = await perform(operation);
    const [again] = await perform(operation);
    expect(again).toEqual(first);
    expect(await liveSegments()).toBe(2);
    expect(await prisma().historyEvent.count({ where: { studyId: a.studyId } })).toBe(1);
  });

  it("sent twice at the same moment is the same as once", async () => {
    const operation = apply("from fear");
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => perform(operation)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await liveSegments()).toBe(2);
  });

  it("goes to the coder's segment with the same range", async () => {
    const [outcome] = await perform(apply("🍊 Freedom from fear", a.spareCodeId));
    expect(outcome).toMatchObject({ ok: true, change: { segments: [{ id: a.segmentId }] } });
    expect(await liveSegments()).toBe(1);
  });

  it("of many coders at once are numbered without a gap", async () => {
    const words = ["Freedom", "from", "fear", "e\u0301galite\u0301", "حرية"];
    await Promise.all(
      (["owner", "lead", "coder"] as const).flatMap((role) =>
        words.map(async (word) => {
          const scope = { transcriptId: a.transcriptId, operations: [apply(word)] };
          asking.as = a.members[role];
          return applyOperations(scope);
        }),
      ),
    );
    const events = await prisma().historyEvent.findMany({
      where: { studyId: a.studyId },
      orderBy: { seq: "asc" },
    });
    expect(events.map((event) => Number(event.seq))).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
    expect(await liveSegments()).toBe(16);
  });
});

describe("what is refused", () => {
  it("by what stands in the text", async () => {
    const emoji = a.text.indexOf("🍊");
    const length = a.text.length;
    expect(await refused({ ...apply("fear"), end: length + 1 })).toBe("outside_text");
    expect(
      await refused({
        ...apply("fear"),
        start: emoji + 1,
        end: emoji + 4,
        quote: a.text.slice(emoji + 1, emoji + 4).toWellFormed(),
      }),
    ).toBe("splits_character");
    expect(await refused({ ...apply("fear"), quote: "hope" })).toBe("quote_differs");
    expect(await refused({ ...apply("fear"), versionId: fixture.b.versionId })).toBe("stale_version");
  });

  it("by the codebook: codes of another study, and retired ones", async () => {
    expect(await refused(apply("fear", fixture.b.codeId))).toBe("unknown_code");
    expect(await refused(apply("fear", a.retiredCodeId))).toBe("retired_code");
  });

  it("ids that are in use elsewhere, without saying where", async () => {
    expect(await refused({ ...apply("fear"), segmentId: fixture.b.segmentId })).toBe("id_taken");
    const stolen = apply("from fear");
    expect(await refused({ ...stolen, codings: [{ id: fixture.b.codingId, codeId: a.codeId }] })).toBe(
      "id_taken",
    );
    expect(await prisma().segment.findUnique({ where: { id: stolen.segmentId } })).toBeNull();
    const theirs = await prisma().segment.findUniqueOrThrow({ where: { id: fixture.b.segmentId } });
    expect(theirs.deletedAt).toBeNull();
  });

  it("a segment of another coder", async () => {
    asking.as = a.members.lead;
    expect(await refused({ id: randomUUID(), kind: "remove", segmentId: a.segmentId })).toBe("not_yours");
    const annotate = { id: randomUUID(), kind: "annotate" as const, segmentId: a.segmentId };
    expect(await refused({ ...annotate, changes: { memo: "x" }, base: { memo: "" } })).toBe("not_yours");
    expect(
      await refused({ ...annotate, changes: { permission: "withheld" }, base: { permission: null } }),
    ).toBe("done");
  });

  it("what no text can hold, before anything is asked of the database", async () => {
    const annotate = {
      id: randomUUID(),
      kind: "annotate" as const,
      segmentId: a.segmentId,
      base: { memo: "" },
    };
    for (const memo of ["nul \u0000", "half \ud83c", "x".repeat(20_001)]) {
      const result = await applyOperations({
        transcriptId: a.transcriptId,
        operations: [{ ...annotate, changes: { memo } }],
      });
      expect(result).toMatchObject({ ok: false, error: { code: "invalid" } });
    }
    expect(await refused({ ...annotate, changes: { memo: "حرية e\u0301 👩‍👩‍👧 \u202eabc" } })).toBe("done");
  });

  it("one of a batch, and not the others", async () => {
    const outcomes = await perform(apply("fear"), { ...apply("fear"), quote: "hope" }, apply("from"));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});

describe("two tabs of one coder", () => {
  it("change different fields and both hold", async () => {
    const annotate = () => ({ id: randomUUID(), kind: "annotate" as const, segmentId: a.segmentId });
    await Promise.all([
      perform({ ...annotate(), changes: { memo: "a memo" }, base: { memo: "" } }),
      perform({ ...annotate(), changes: { stance: "personal" }, base: { stance: "not_stated" } }),
    ]);
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(segment).toMatchObject({ memo: "a memo", stance: "personal" });
  });

  it("change the same field: the second is told both values", async () => {
    const annotate = (memo: string) =>
      perform({
        id: randomUUID(),
        kind: "annotate",
        segmentId: a.segmentId,
        changes: { memo },
        base: { memo: "" },
      });
    const outcomes = (await Promise.all([annotate("one"), annotate("two")])).flat();
    const lost = outcomes.find((outcome) => !outcome.ok);
    const held = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(lost).toMatchObject({ reason: "changed", current: { segments: [{ memo: held.memo }] } });
  });

  it("take off the two codes of a segment: no segment is left without a code", async () => {
    const [put] = await perform(apply("🍊 Freedom from fear", a.spareCodeId));
    const second = put?.ok ? put.change.codings[0]?.id : undefined;
    const uncode = (codingId = "") =>
      perform({ id: randomUUID(), kind: "uncode", segmentId: a.segmentId, codingIds: [codingId] });
    await Promise.all([uncode(a.codingId), uncode(second)]);
    expect(await liveSegments()).toBe(0);
  });
});

describe("undo", () => {
  it("takes back and puts back, each as an event of its own", async () => {
    const operation = apply("from fear");
    await perform(operation);
    const undo = { id: randomUUID(), kind: "undo" as const, eventId: operation.id };
    expect(await refused(undo)).toBe("done");
    expect(await liveSegments()).toBe(1);
    expect(await refused({ id: randomUUID(), kind: "undo", eventId: operation.id })).toBe("nothing_to_undo");
    expect(await refused({ id: randomUUID(), kind: "undo", eventId: undo.id })).toBe("done");
    expect(await liveSegments()).toBe(2);
    const events = await prisma().historyEvent.findMany({
      where: { studyId: a.studyId },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["coding.apply", "coding.undo", "coding.undo"]);
  });

  it("is for one's own work alone", async () => {
    const operation = apply("from fear");
    await perform(operation);
    asking.as = a.members.lead;
    expect(await refused({ id: randomUUID(), kind: "undo", eventId: operation.id })).toBe("nothing_to_undo");
  });

  it("of a resize brings back range and quote", async () => {
    const resize = {
      id: randomUUID(),
      kind: "resize" as const,
      segmentId: a.segmentId,
      ...at("Freedom from"),
      base: { start: a.segment.start, end: a.segment.end },
    };
    expect(await refused(resize)).toBe("done");
    expect(await refused({ id: randomUUID(), kind: "undo", eventId: resize.id })).toBe("done");
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(segment).toMatchObject(a.segment);
  });
});

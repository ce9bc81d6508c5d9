import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Operation } from "@/lib/domain/coding";
import { difference } from "@/lib/domain/revision";
import { applyOperations } from "@/lib/server/coding/actions";
import { prisma } from "@/lib/server/db";
import { correctInPlace } from "@/lib/server/revisions/actions";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

let fixture: Fixture;
let a: StudyFixture;
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
  asking.as = a.members.coder;
});

const at = (quote: string) => {
  const start = a.text.indexOf(quote);
  return { start, end: start + quote.length, quote };
};
const put = (...codeIds: string[]) => codeIds.map((codeId) => ({ id: randomUUID(), codeId }));

async function perform(...operations: Operation[]) {
  const result = await applyOperations({ transcriptId: a.transcriptId, operations });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const refused = async (operation: Operation) => {
  const [outcome] = await perform(operation);
  return outcome?.ok ? "done" : outcome?.reason;
};

/** Codes words, and answers the segment with its borders. */
async function coded(quote: string, ...codeIds: string[]) {
  const [segmentId, { start, end }] = [randomUUID(), at(quote)];
  const codings = put(...codeIds);
  await perform({
    ...{ id: randomUUID(), kind: "apply", versionId: a.versionId, segmentId },
    ...{ ...at(quote), codings },
  });
  return { segmentId, start, end, codings };
}

function split(segment: { segmentId: string; start: number; end: number }, left: string, right: string) {
  const { segmentId, start, end } = segment;
  return {
    ...{ id: randomUUID(), kind: "split" as const, versionId: a.versionId, segmentId, base: { start, end } },
    left: at(left),
    right: { ...at(right), segmentId: randomUUID() },
    codings: put(a.codeId, a.spareCodeId),
  };
}

function unite(quote: string, ...parts: { segmentId: string; start: number; end: number }[]) {
  return {
    ...{ id: randomUUID(), kind: "unite" as const, versionId: a.versionId, segmentId: randomUUID() },
    ...{ ...at(quote), codeId: null, codings: put(a.codeId, a.spareCodeId) },
    parts: parts.map(({ segmentId, start, end }) => ({ segmentId, start, end })),
  };
}

/** The coder's live segments of these words on, with their codes. */
async function standing() {
  const found = await prisma().segment.findMany({
    where: { transcriptId: a.transcriptId, deletedAt: null, id: { not: a.segmentId } },
    orderBy: [{ start: "asc" }, { end: "desc" }],
    select: { quote: true, codings: { where: { deletedAt: null }, select: { codeId: true } } },
  });
  return found.map(({ quote, codings }) => [quote, codings.map(({ codeId }) => codeId).sort()]);
}

describe("a split", () => {
  it("makes two of one, and one event that is taken back at once", async () => {
    const whole = await coded("Freedom from fear", a.codeId);
    const operation = split(whole, "Freedom", "from fear");
    const [outcome] = await perform(operation);
    expect(outcome).toMatchObject({ ok: true });
    expect(await standing()).toEqual([
      ["Freedom", [a.codeId]],
      ["from fear", [a.codeId]],
    ]);
    const event = await prisma().historyEvent.findUniqueOrThrow({ where: { id: operation.id } });
    expect(event.kind).toBe("coding.split");
    expect(await perform(operation)).toEqual([outcome]);
    const undo = { id: randomUUID(), kind: "undo" as const, eventId: operation.id };
    await perform(undo);
    expect(await standing()).toEqual([["Freedom from fear", [a.codeId]]]);
    await perform({ id: randomUUID(), kind: "undo", eventId: undo.id });
    expect(await standing()).toHaveLength(2);
  });

  it("is refused where the part lies there already, and of another study's segment", async () => {
    const whole = await coded("Freedom from fear", a.codeId);
    await coded("Freedom", a.codeId);
    expect(await refused(split(whole, "Freedom", "from fear"))).toBe("occupied");
    const foreign = { ...whole, segmentId: fixture.b.segmentId };
    expect(await refused(split(foreign, "Freedom", "from fear"))).toBe("gone");
  });

  it("made on an older version is done where the words are now", async () => {
    const whole = await coded("Freedom from fear", a.codeId);
    asking.as = a.members.lead;
    const edits = difference(a.text, `Well, ${a.text}`);
    const corrected = await correctInPlace({
      ...{ eventId: randomUUID(), transcriptId: a.transcriptId, fromVersionId: a.versionId, reason: "" },
      edits: edits.map(({ start, end, insert }) => [start, end, insert]),
      ...{ turns: [], speakers: [] },
    });
    expect(corrected.ok).toBe(true);
    asking.as = a.members.coder;
    expect(await perform(split(whole, "Freedom", "from fear"))).toMatchObject([{ ok: true }]);
    expect((await standing()).map(([quote]) => quote)).toEqual(["Freedom", "from fear"]);
    const moved = await prisma().segment.findUniqueOrThrow({ where: { id: whole.segmentId } });
    expect(moved.start).toBe(whole.start + "Well, ".length);
  });
});

describe("a uniting", () => {
  it("makes one of several with all their codes, and gives them back", async () => {
    const first = await coded("Freedom from", a.codeId);
    const second = await coded("from fear", a.spareCodeId);
    const operation = unite("Freedom from fear", first, second);
    expect(await perform(operation)).toMatchObject([{ ok: true }]);
    expect(await standing()).toEqual([["Freedom from fear", [a.codeId, a.spareCodeId].sort()]]);
    await perform({ id: randomUUID(), kind: "undo", eventId: operation.id });
    expect(await standing()).toEqual([
      ["Freedom from", [a.codeId]],
      ["from fear", [a.spareCodeId]],
    ]);
  });

  it("goes into the segment that has the range, and refuses another coder's", async () => {
    const first = await coded("Freedom from", a.codeId);
    const second = await coded("from fear", a.codeId);
    await coded("Freedom from fear", a.spareCodeId);
    asking.as = a.members.lead;
    expect(await refused(unite("Freedom from fear", first, second))).toBe("not_yours");
    asking.as = a.members.coder;
    await perform(unite("Freedom from fear", first, second));
    expect(await standing()).toEqual([["Freedom from fear", [a.codeId, a.spareCodeId].sort()]]);
  });
});

describe("another code in the place of one", () => {
  it("is put there, and refused where it is retired or another study's", async () => {
    const { segmentId, codings } = await coded("fear", a.codeId);
    const codingId = codings[0]?.id ?? "";
    const recode = (codeId: string) => ({
      ...{ id: randomUUID(), kind: "recode" as const, segmentId, codingId, to: { id: randomUUID(), codeId } },
    });
    expect(await refused(recode(a.retiredCodeId))).toBe("retired_code");
    expect(await refused(recode(fixture.b.codeId))).toBe("unknown_code");
    expect(await refused(recode(a.spareCodeId))).toBe("done");
    expect(await standing()).toEqual([["fear", [a.spareCodeId]]]);
  });
});

describe("how sure a coder is", () => {
  it("is kept with the segment, and asked by the value that the coder saw", async () => {
    const { segmentId } = await coded("fear", a.codeId);
    const say = (certainty: "certain" | "unsure", base: "unsure" | null): Operation => ({
      ...{ id: randomUUID(), kind: "annotate", segmentId, changes: { certainty }, base: { certainty: base } },
    });
    expect(await refused(say("unsure", null))).toBe("done");
    expect(await refused(say("certain", null))).toBe("changed");
    expect(await refused(say("certain", "unsure"))).toBe("done");
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: segmentId } });
    expect(segment.certainty).toBe("certain");
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Operation } from "@/lib/domain/coding";
import { difference } from "@/lib/domain/revision";
import { applyOperations } from "@/lib/server/coding/actions";
import { pool, prisma } from "@/lib/server/db";
import { versionLock } from "@/lib/server/locks";
import * as actions from "@/lib/server/revisions/actions";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

let a: StudyFixture;
beforeEach(async () => {
  a = (await buildFixture()).a;
  asking.as = a.members.coder;
});

const at = (quote: string, text = a.text) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, quote };
};

/** A coding as it was made on the first version. */
const apply = (quote: string) => ({
  id: randomUUID(),
  kind: "apply" as const,
  versionId: a.versionId,
  segmentId: randomUUID(),
  ...at(quote),
  codings: [{ id: randomUUID(), codeId: a.codeId }],
});

async function perform(operation: Operation) {
  const result = await applyOperations({ transcriptId: a.transcriptId, operations: [operation] });
  if (!result.ok) throw new Error(result.error.code);
  const [outcome] = result.value;
  if (!outcome) throw new Error("no outcome");
  return outcome;
}

/** Somebody else corrects the text; answers what it says then. */
async function correct(from: string, to: string): Promise<string> {
  const version = await prisma().transcriptVersion.findFirstOrThrow({
    where: { transcriptId: a.transcriptId, current: true },
    include: { paragraphs: { orderBy: { ordinal: "asc" } } },
  });
  const before = version.paragraphs.map(({ text }) => text).join("");
  const after = before.replace(from, to);
  const as = asking.as;
  asking.as = a.members.lead;
  const result = await actions.correctInPlace({
    ...{ eventId: randomUUID(), transcriptId: a.transcriptId, fromVersionId: version.id, reason: "" },
    edits: difference(before, after).map(({ start, end, insert }) => [start, end, insert]),
    turns: [],
    speakers: [],
  });
  asking.as = as;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return after;
}

async function hide(words: string, pseudonym: string) {
  const as = asking.as;
  asking.as = a.members.lead;
  const found = await actions.findOccurrences({ transcriptId: a.transcriptId, words, reach: "transcript" });
  if (!found.ok) throw new Error(found.error.code);
  const places = found.value.map(({ places: all, transcriptId, versionId }) => ({
    ...{ transcriptId, versionId },
    ranges: all.map(({ start, end }): [number, number] => [start, end]),
  }));
  const made = await actions.redactWords({
    ...{ eventId: randomUUID(), transcriptId: a.transcriptId, words, pseudonym, labels: false, places },
  });
  asking.as = as;
  expect(made.ok).toBe(true);
}

const current = async () =>
  (
    await prisma().transcriptVersion.findFirstOrThrow({
      where: { transcriptId: a.transcriptId, current: true },
    })
  ).id;
const segment = (id: string) => prisma().segment.findUniqueOrThrow({ where: { id } });

describe("an operation made on an older version", () => {
  it("is done where its words are now", async () => {
    const after = await correct("🍊 Freedom", "🍊 Well: freedom");
    const operation = apply("from fear");
    expect(await perform(operation)).toMatchObject({ ok: true });
    expect(await segment(operation.segmentId)).toMatchObject({
      versionId: await current(),
      ...at("from fear", after),
      before: after.slice(0, after.indexOf("from fear")),
    });
  });

  it("waits in the queue with its codes where its words are no more, and is never refused", async () => {
    await correct("from fear", "of want");
    const operation = apply("Freedom from fear");
    const first = await perform(operation);
    expect(first).toMatchObject({ ok: true, change: { codings: [{ codeId: a.codeId, deleted: false }] } });
    expect(await segment(operation.segmentId)).toMatchObject({
      versionId: a.versionId,
      quote: "Freedom from fear",
    });
    expect(await perform(operation)).toEqual(first);
    // The same words again are the same segment, with one code more.
    const again = { ...apply("Freedom from fear"), codings: [{ id: randomUUID(), codeId: a.spareCodeId }] };
    expect(await perform(again)).toMatchObject({
      ok: true,
      change: { segments: [{ id: operation.segmentId }] },
    });
  });

  it("goes to the segment of the same words that the coder has in the newer version", async () => {
    await correct("何だ", "何なのだ");
    const operation = {
      ...apply("🍊 Freedom from fear"),
      codings: [{ id: randomUUID(), codeId: a.spareCodeId }],
    };
    expect(await perform(operation)).toMatchObject({ ok: true, change: { segments: [{ id: a.segmentId }] } });
  });

  it("is refused where the version never said that, or is another transcript's", async () => {
    await correct("何だ", "何なのだ");
    expect(await perform({ ...apply("from fear"), quote: "from hunger" })).toMatchObject({
      ok: false,
      reason: "quote_differs",
    });
    expect(await perform({ ...apply("from fear"), versionId: randomUUID() })).toMatchObject({
      ok: false,
      reason: "stale_version",
    });
  });

  it("moves the borders of a segment in the newer version, or in the queue", async () => {
    const base = at("🍊 Freedom from fear");
    const resize = (quote: string) => ({
      ...{ id: randomUUID(), kind: "resize" as const, segmentId: a.segmentId, versionId: a.versionId },
      ...{ ...at(quote), base: { start: base.start, end: base.end } },
    });
    const after = await correct("何だ", "何なのだ");
    expect(await perform(resize("Freedom from"))).toMatchObject({ ok: true });
    expect(await segment(a.segmentId)).toMatchObject({
      versionId: await current(),
      ...at("Freedom from", after),
    });
    // It is elsewhere now: what the coder saw no longer holds.
    expect(await perform(resize("Freedom"))).toMatchObject({ ok: false, reason: "changed" });
  });

  it("puts a segment into the queue whose new borders have no certain place", async () => {
    const base = at("🍊 Freedom from fear");
    await correct("حرية", "سلام");
    const wide = "🍊 Freedom from fear, e\u0301galite\u0301, حرية";
    const resize = {
      ...{ id: randomUUID(), kind: "resize" as const, segmentId: a.segmentId, versionId: a.versionId },
      ...{ ...at(wide), base: { start: base.start, end: base.end } },
    };
    expect(await perform(resize)).toMatchObject({ ok: true });
    expect(await segment(a.segmentId)).toMatchObject({ versionId: a.versionId, quote: wide });
    expect(await perform({ id: randomUUID(), kind: "undo", eventId: resize.id })).toMatchObject({ ok: true });
    expect(await segment(a.segmentId)).toMatchObject({ versionId: await current(), quote: base.quote });
  });
});

describe("what was done before a correction", () => {
  it("is answered as it stands now when it is sent again", async () => {
    const operation = apply("from fear");
    await perform(operation);
    const after = await correct("何だ", "何なのだ");
    const again = await perform(operation);
    expect(again).toMatchObject({
      ok: true,
      change: { segments: [{ versionId: await current(), ...at("from fear", after) }] },
    });
  });

  it("can be undone after it, and the undoing as well", async () => {
    const operation = apply("from fear");
    await perform(operation);
    const remove = { id: randomUUID(), kind: "remove" as const, segmentId: a.segmentId };
    await perform(remove);
    const after = await correct("何だ", "何なのだ");
    const undo = (eventId: string) => ({ id: randomUUID(), kind: "undo" as const, eventId });
    expect(await perform(undo(remove.id))).toMatchObject({ ok: true });
    expect(await segment(a.segmentId)).toMatchObject({
      deletedAt: null,
      versionId: await current(),
      ...at(a.segment.quote, after),
    });
    const taken = undo(operation.id);
    expect(await perform(taken)).toMatchObject({ ok: true });
    expect((await segment(operation.segmentId)).deletedAt).not.toBeNull();
    await correct("何なの", "何");
    expect(await perform(undo(taken.id))).toMatchObject({ ok: true });
    expect(await segment(operation.segmentId)).toMatchObject({ deletedAt: null, versionId: await current() });
  });

  it("may be a decision about the queue, whose undoing puts the segment back there", async () => {
    const after = await correct("from fear", "from all fear");
    const eventId = randomUUID();
    const place = at("Freedom from all fear", after);
    const decision = { kind: "place" as const, versionId: await current(), ...place };
    expect(await actions.decideSegment({ eventId, segmentId: a.segmentId, decision })).toMatchObject({
      ok: true,
    });
    expect(await perform({ id: randomUUID(), kind: "undo", eventId })).toMatchObject({ ok: true });
    expect(await segment(a.segmentId)).toMatchObject({ versionId: a.versionId, ...a.segment });
    const gone = randomUUID();
    await actions.decideSegment({ eventId: gone, segmentId: a.segmentId, decision: { kind: "give_up" } });
    expect((await segment(a.segmentId)).deletedAt).not.toBeNull();
    expect(await perform({ id: randomUUID(), kind: "undo", eventId: gone })).toMatchObject({ ok: true });
    expect((await segment(a.segmentId)).deletedAt).toBeNull();
  });
});

describe("a name that was hidden meanwhile", () => {
  it("is in no answer and in no quote that comes of older work", async () => {
    const before = apply("Freedom from");
    await perform(before);
    const late = apply("🍊 Freedom");
    const lost = apply("dom from fear, e\u0301galite\u0301");
    await correct("e\u0301galite\u0301", "equality");
    await hide("Freedom", "[Word]");
    const said: unknown[] = [];
    for (const operation of [before, late, lost]) said.push(await perform(operation));
    said.push(await perform({ id: randomUUID(), kind: "undo", eventId: before.id }));
    expect(said).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: true }]);
    expect(JSON.stringify(said)).not.toMatch(/Free|dom/);
    expect((await segment(late.segmentId)).quote).toBe("🍊 [Word]");
    const rows = await prisma().segment.findMany({ where: { transcriptId: a.transcriptId } });
    expect(JSON.stringify(rows)).not.toMatch(/Free|dom/);
    expect(await segment(lost.segmentId)).toMatchObject({ versionId: a.versionId });
  });
});

it("a coding waits for a correction that is under way, and is done on what came of it", async () => {
  const client = await pool().connect();
  const operation = apply("from fear");
  try {
    // Holds what a correction holds until its version is current.
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${versionLock(a.transcriptId)})`);
    const coding = perform(operation);
    const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE "locktype" = 'advisory' AND NOT "granted"
      AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())`;
    await vi.waitFor(async () => expect((await pool().query(waiting)).rows).toEqual([{ n: 1 }]), {
      timeout: 10_000,
    });
    expect(await prisma().segment.count({ where: { id: operation.segmentId } })).toBe(0);
    await client.query("COMMIT");
    expect(await coding).toMatchObject({ ok: true });
  } finally {
    client.release();
  }
});

it("corrections and codings at once leave every segment on its words, or waiting", async () => {
  const words = ["from fear", "fear", "حرية", "Freedom", "e\u0301galite\u0301", "安全", "思いますか"];
  const operations = words.map(apply);
  asking.as = a.members.coder;
  const corrections = (async () => {
    for (const [from, to] of [
      ["何だ", "何なのだ"],
      ["from", "of"],
      ["思いますか", "お考えですか"],
    ] as const)
      await correct(from, to);
  })();
  await Promise.all([corrections, ...operations.map(perform)]);
  const rows = await prisma().segment.findMany({
    where: { id: { in: operations.map(({ segmentId }) => segmentId) } },
    include: { version: { include: { paragraphs: { orderBy: { ordinal: "asc" } } } } },
  });
  expect(rows).toHaveLength(words.length);
  for (const { start, end, quote, version } of rows) {
    const text = version.paragraphs.map((line) => line.text).join("");
    expect(text.slice(start, end)).toBe(quote);
  }
  const waiting = rows.filter(({ version }) => !version.current).map(({ quote }) => quote);
  expect(waiting.every((quote) => ["from fear", "思いますか"].includes(quote))).toBe(true);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/domain/coding";
import { Notebook } from "./notebook";

const TEXT =
  "川が道にあふれたら、 first you get people onto roofs 🏠👩‍👩‍👧, then é and \u202bשלום\u202c. The rest follows.";
const CODES = new Map([
  ["protection", { retired: false }],
  ["dignity", { retired: false }],
  ["old", { retired: true }],
]);
const open = () => new Notebook(TEXT, CODES);
const quote = (start: number, end: number) => TEXT.slice(start, end);

function apply(id: string, segmentId: string, start: number, end: number, ...codes: string[]): Operation {
  const codings = codes.map((codeId) => ({ id: `${id}-${codeId}`, codeId }));
  return { id, kind: "apply", versionId: "v1", segmentId, start, end, quote: quote(start, end), codings };
}

describe("plan", () => {
  it("keeps the quote and what stands around it", () => {
    const planned = open().perform("ann", apply("o1", "s1", 11, 16, "protection"));
    expect(planned).toMatchObject({
      ok: true,
      before: { segments: [{ id: "s1", deleted: true }] },
      after: {
        segments: [{ quote: "first", before: TEXT.slice(0, 11), coderId: "ann" }],
        codings: [{ codeId: "protection" }],
      },
    });
  });

  it("puts further codes on the coder's segment of the same range, each once", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", apply("o2", "s2", 11, 16, "dignity", "protection"));
    expect(book.live().segments.map(({ id }) => id)).toEqual(["s1"]);
    expect(
      book
        .live()
        .codings.map(({ codeId }) => codeId)
        .sort(),
    ).toEqual(["dignity", "protection"]);
  });

  const emoji = TEXT.indexOf("🏠");
  it.each<[string, Operation, string]>([
    [
      "a text that is no longer the current one",
      { ...apply("o", "s", 0, 5, "dignity"), versionId: "v0" } as Operation,
      "stale_version",
    ],
    ["an end beyond the text", apply("o", "s", 0, TEXT.length + 1, "dignity"), "outside_text"],
    ["an empty range", apply("o", "s", 4, 4, "dignity"), "outside_text"],
    [
      "a border inside a surrogate pair",
      apply("o", "s", emoji + 1, emoji + 4, "dignity"),
      "splits_character",
    ],
    [
      "words that do not stand there",
      { ...apply("o", "s", 0, 5, "dignity"), quote: "other" } as Operation,
      "quote_differs",
    ],
    ["a code of another codebook", apply("o", "s", 0, 5, "dignity", "foreign"), "unknown_code"],
    ["a retired code", apply("o", "s", 0, 5, "old"), "retired_code"],
    ["a segment that is not there", { id: "o", kind: "remove", segmentId: "none" }, "gone"],
    ["an undo of what was never done", { id: "o", kind: "undo", eventId: "none" }, "nothing_to_undo"],
  ])("refuses %s", (_, operation, reason) => {
    expect(open().perform("ann", operation)).toMatchObject({ ok: false, reason });
  });

  it("leaves a segment of another coder alone, but for its permission by who may set it", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    expect(book.perform("ben", { id: "o2", kind: "remove", segmentId: "s1" })).toMatchObject({
      reason: "not_yours",
    });
    const withhold: Operation = {
      id: "o3",
      kind: "annotate",
      segmentId: "s1",
      changes: { permission: "withheld" },
      base: { permission: null },
    };
    expect(book.perform("ben", withhold)).toMatchObject({ reason: "not_yours" });
    expect(book.perform("lea", withhold, true)).toMatchObject({ ok: true });
    const rewrite: Operation = {
      id: "o4",
      kind: "annotate",
      segmentId: "s1",
      changes: { memo: "mine" },
      base: { memo: "" },
    };
    expect(book.perform("lea", rewrite, true)).toMatchObject({ reason: "not_yours" });
  });

  it("merges changes of different fields and refuses a second change of the same one", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", {
      id: "o2",
      kind: "annotate",
      segmentId: "s1",
      changes: { memo: "one" },
      base: { memo: "" },
    });
    const other = book.perform("ann", {
      id: "o3",
      kind: "annotate",
      segmentId: "s1",
      changes: { stance: "personal" },
      base: { stance: "not_stated" },
    });
    expect(other).toMatchObject({ ok: true, after: { segments: [{ memo: "one", stance: "personal" }] } });
    const late = book.perform("ann", {
      id: "o4",
      kind: "annotate",
      segmentId: "s1",
      changes: { memo: "two" },
      base: { memo: "" },
    });
    expect(late).toMatchObject({ ok: false, reason: "changed", current: { segments: [{ memo: "one" }] } });
  });

  it("refuses an undo that would take later work with it", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", apply("o2", "s2", 11, 16, "dignity"));
    expect(book.perform("ann", { id: "o3", kind: "undo", eventId: "o1" })).toMatchObject({
      ok: false,
      reason: "changed",
    });
  });

  it("drops the segment where an undo takes its last code", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", apply("o2", "s2", 11, 16, "dignity"));
    book.perform("ann", { id: "o3", kind: "uncode", segmentId: "s1", codingIds: ["o1-protection"] });
    expect(book.perform("ann", { id: "o4", kind: "undo", eventId: "o2" })).toMatchObject({ ok: true });
    expect(book.live()).toEqual({ segments: [], codings: [] });
  });

  it("undoes nobody else's work", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    expect(book.perform("ben", { id: "o2", kind: "undo", eventId: "o1" })).toMatchObject({
      reason: "nothing_to_undo",
    });
  });
});

/** Operations over few ids and few places, so that they meet each other often. */
const pick = (prefix: string) => fc.integer({ min: 1, max: 4 }).map((n) => `${prefix}${n}`);
const place = fc.constantFrom<[number, number]>([0, 3], [0, 10], [3, 10], [11, 16], [11, 30]);
const code = fc.constantFrom<string>("protection", "dignity");
const step = fc.record({
  actor: fc.constantFrom("ann", "ben"),
  segment: pick("s"),
  place,
  codes: fc.uniqueArray(code, { minLength: 1 }),
  past: fc.nat(30),
});
const steps = fc.array(
  fc.tuple(fc.constantFrom("apply", "uncode", "resize", "annotate", "remove", "undo"), step),
  { maxLength: 30 },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function operationOf(
  kind: string,
  at: number,
  { segment, place: [start, end], codes, past }: Step,
  book: Notebook,
): Operation {
  const id = `o${at}`;
  // A made-up segment id is used once; later steps mean segments that were made.
  const made = [...book.segments.keys()];
  const segmentId = made[past % Math.max(made.length, 1)] ?? segment;
  const current = book.segments.get(segmentId);
  if (kind === "apply") return apply(id, `${segment}-${at}`, start, end, ...codes);
  if (kind === "uncode") {
    const codingIds = [...book.codings.values()]
      .filter((c) => c.segmentId === segmentId && codes.includes(c.codeId))
      .map((c) => c.id);
    return { id, kind, segmentId, codingIds };
  }
  if (kind === "resize") {
    const base = { start: current?.start ?? 0, end: current?.end ?? 1 };
    return { id, kind, segmentId, start, end, quote: quote(start, end), base };
  }
  if (kind === "annotate")
    return { id, kind, segmentId, changes: { memo: id }, base: { memo: current?.memo ?? "" } };
  if (kind === "remove") return { id, kind, segmentId };
  return { id, kind: "undo", eventId: `o${past % Math.max(at, 1)}` };
}

describe("laws of plan", () => {
  it("never leaves two live segments on one range, two live codings of one code, or one without the other", () => {
    fc.assert(
      fc.property(steps, (script) => {
        const book = open();
        script.forEach(([kind, values], at) => {
          book.perform(values.actor, operationOf(kind, at, values, book));
          const { segments, codings } = book.live();
          const ranges = segments.map((s) => `${s.coderId}:${s.start}-${s.end}`);
          expect(new Set(ranges).size).toBe(ranges.length);
          const pairs = codings.map((c) => `${c.segmentId}:${c.codeId}`);
          expect(new Set(pairs).size).toBe(pairs.length);
          expect(new Set(codings.map((c) => c.segmentId))).toEqual(new Set(segments.map((s) => s.id)));
          for (const s of segments) expect(s.quote).toBe(quote(s.start, s.end));
        });
      }),
      { numRuns: 500 },
    );
  });

  it("an undo restores what was there, and undoing the undo what was done", () => {
    fc.assert(
      fc.property(
        steps,
        fc.constantFrom("apply", "uncode", "resize", "annotate", "remove"),
        step,
        (script, kind, last) => {
          const book = open();
          script.forEach(([k, values], at) => {
            book.perform(values.actor, operationOf(k, at, values, book));
          });
          const before = book.live();
          const done = book.perform(last.actor, operationOf(kind, 1000, last, book));
          if (!done.ok) return;
          const after = book.live();
          expect(book.perform(last.actor, { id: "u", kind: "undo", eventId: "o1000" }).ok).toBe(true);
          expect(book.live()).toEqual(before);
          expect(book.perform(last.actor, { id: "r", kind: "undo", eventId: "u" }).ok).toBe(true);
          expect(book.live()).toEqual(after);
        },
      ),
      { numRuns: 500 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/domain/coding";
import type { Notebook } from "./notebook";
import { apply, open, quote, split, unite } from "./scenes";

/** Operations over few ids and few places, so that they meet each other often. */
const pick = (prefix: string) => fc.integer({ min: 1, max: 4 }).map((n) => `${prefix}${n}`);
const place = fc.constantFrom<[number, number]>([0, 3], [0, 10], [3, 10], [11, 16], [11, 30]);
const code = fc.constantFrom<string>("protection", "dignity");
const KINDS = ["apply", "uncode", "resize", "annotate", "remove", "recode", "split", "unite"] as const;
const step = fc.record({
  actor: fc.constantFrom("ann", "ben"),
  segment: pick("s"),
  place,
  codes: fc.uniqueArray(code, { minLength: 1 }),
  past: fc.nat(30),
});
const steps = fc.array(fc.tuple(fc.constantFrom(...KINDS, "undo"), step), { maxLength: 30 });

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
  const borders = { id: segmentId, start: current?.start ?? 0, end: current?.end ?? 2 };
  if (kind === "recode") {
    const codingId =
      [...book.codings.values()].find((c) => c.segmentId === segmentId && !c.deleted)?.id ?? "none";
    return { id, kind, segmentId, codingId, to: { id: `${id}-to`, codeId: codes[0] ?? "dignity" } };
  }
  if (kind === "split") return split(id, borders, Math.min(borders.start + 1 + (past % 9), borders.end - 1));
  if (kind === "unite") {
    const others = book.live().segments.filter((other) => other.coderId === current?.coderId);
    return unite(
      id,
      [borders, ...others.slice(past % 3, (past % 3) + 2)],
      past % 2 ? null : (codes[0] ?? null),
    );
  }
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
      fc.property(steps, fc.constantFrom(...KINDS), step, (script, kind, last) => {
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
      }),
      { numRuns: 500 },
    );
  });
});

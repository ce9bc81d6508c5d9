import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, CONTEXT_LENGTH, contextOf, type Edit, rebase, rebaser } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { wellFormedText } from "../text/texts";

const range = (start: number, end: number) => ({ start, end });
const edit = (start: number, end: number, insert: string) => ({ start, end, insert });

/** A text, a non-empty range of it, and sorted disjoint edits of it. */
const scene = wellFormedText
  .filter((text) => text.length > 1)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      cut: fc.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 2 }).map((ends) => {
        const [start, end] = ends.toSorted((a, b) => a - b) as [number, number];
        return { start, end };
      }),
      edits: fc
        .array(
          fc.tuple(fc.nat(text.length), fc.constantFrom("", "x", "👍", "聞く\n", "a longer insertion")),
          { maxLength: 8 },
        )
        .map((bounds) => {
          const sorted = bounds.toSorted(([a], [b]) => a - b);
          const edits: (Edit & { insert: string })[] = [];
          for (let index = 0; index + 1 < sorted.length; index += 2) {
            const [start, insert] = sorted[index] as [number, string];
            edits.push({ start, end: (sorted[index + 1] as [number, string])[0], insert });
          }
          return edits;
        }),
    }),
  );

/** The edits that lead from the new text back to the old one. */
function inverse(text: string, edits: readonly (Edit & { insert: string })[]) {
  let shift = 0;
  return edits.map(({ start, end, insert }) => {
    const back = { start: start + shift, end: start + shift + insert.length, insert: text.slice(start, end) };
    shift += insert.length - (end - start);
    return back;
  });
}

describe("rebase", () => {
  test("moves a range by what happens before it, and by nothing behind it", () => {
    expect(rebase(range(5, 8), [edit(0, 2, ""), edit(4, 5, "abc"), edit(8, 9, "zzz")])).toEqual({
      ok: true,
      range: range(5, 8),
    });
    expect(rebase(range(5, 8), [{ start: 0, end: 0, insert: 4 }])).toEqual({ ok: true, range: range(9, 12) });
    expect(rebase(range(5, 8), [])).toEqual({ ok: true, range: range(5, 8) });
  });

  test("leaves outside what is inserted at its borders", () => {
    expect(rebase(range(5, 8), [edit(5, 5, "ab")])).toEqual({ ok: true, range: range(7, 10) });
    expect(rebase(range(5, 8), [edit(8, 8, "ab")])).toEqual({ ok: true, range: range(5, 8) });
  });

  test("does not place what an edit reaches into", () => {
    expect(rebase(range(5, 8), [edit(6, 6, "x")])).toEqual({ ok: false, reason: "changed" });
    expect(rebase(range(5, 8), [edit(0, 6, "")])).toEqual({ ok: false, reason: "changed" });
    expect(rebase(range(5, 8), [edit(7, 9, "")])).toEqual({ ok: false, reason: "changed" });
    expect(rebase(range(5, 8), [edit(5, 8, "same")])).toEqual({ ok: false, reason: "deleted" });
    expect(rebase(range(5, 8), [edit(0, 20, "")])).toEqual({ ok: false, reason: "deleted" });
  });

  test("refuses edits out of order", () => {
    expect(() => rebase(range(0, 1), [edit(4, 5, ""), edit(1, 2, "")])).toThrow(RangeError);
    expect(() => rebase(range(0, 1), [edit(4, 3, "")])).toThrow(RangeError);
    expect(() => applyEdits("abc", [edit(2, 4, "")])).toThrow(RangeError);
    expect(() => applyEdits("abc", [{ start: 0, end: 1, insert: 3 }])).toThrow(RangeError);
  });

  test("a placed range quotes the same words, and what is untouched is placed", () => {
    fc.assert(
      fc.property(scene, ({ text, cut, edits }) => {
        const result = rebase(cut, edits);
        const reached = edits.some(({ start, end }) => start < cut.end && end > cut.start);
        expect(result.ok).toBe(!reached);
        if (!result.ok) return;
        const after = applyEdits(text, edits);
        expect(after.slice(result.range.start, result.range.end)).toBe(text.slice(cut.start, cut.end));
      }),
    );
  });

  test("around edits, a range holds whole what it has a part in, and knows how much of it stood", () => {
    const { around, kept } = rebaser([edit(2, 4, "xyz"), edit(6, 6, "+"), edit(9, 9, "!")]);
    expect(around(range(3, 9))).toEqual(range(2, 11));
    expect(kept(range(3, 9))).toBe(5);
    expect(around(range(4, 6))).toEqual(range(5, 7));
    expect(around(range(2, 3))).toEqual(range(2, 5));
    expect(kept(range(2, 3))).toBe(0);
    fc.assert(
      fc.property(scene, ({ text, cut, edits }) => {
        const moved = rebaser(edits);
        const placed = moved.rebase(cut);
        if (placed.ok) expect(moved.around(cut)).toEqual(placed.range);
        const units = Array.from({ length: cut.end - cut.start }, (_, index) => cut.start + index);
        const standing = units.filter((at) => !edits.some(({ start, end }) => start <= at && at < end));
        expect(moved.kept(cut)).toBe(standing.length);
        const after = applyEdits(text, edits);
        const { start, end } = moved.around(cut);
        expect(0 <= start && start <= end && end <= after.length).toBe(true);
      }),
    );
  });

  test("composes: all edits at once are one at a time, the last first", () => {
    fc.assert(
      fc.property(scene, ({ text, cut, edits }) => {
        const atOnce = rebase(cut, edits);
        const stepwise = edits
          .toReversed()
          .reduce<ReturnType<typeof rebase>>((at, each) => (at.ok ? rebase(at.range, [each]) : at), {
            ok: true,
            range: cut,
          });
        expect(stepwise.ok).toBe(atOnce.ok);
        if (atOnce.ok) expect(stepwise).toEqual(atOnce);
        expect(edits.toReversed().reduce((at, each) => applyEdits(at, [each]), text)).toBe(
          applyEdits(text, edits),
        );
      }),
    );
  });

  test("goes back through the inverse to where it began", () => {
    fc.assert(
      fc.property(scene, ({ text, cut, edits }) => {
        const back = inverse(text, edits);
        expect(applyEdits(applyEdits(text, edits), back)).toBe(text);
        const there = rebase(cut, edits);
        if (there.ok) expect(rebase(there.range, back)).toEqual({ ok: true, range: cut });
      }),
    );
  });
});

describe("contextOf", () => {
  test("keeps the quote with what stands around it", () => {
    expect(contextOf("one two three", range(4, 7))).toEqual({
      quote: "two",
      before: "one ",
      after: " three",
    });
  });

  test("never splits a surrogate pair", () => {
    const text = `${"👍".repeat(20)}x${"👍".repeat(20)}`;
    const odd = contextOf(`a${text}`, range(41, 42));
    expect(odd.before).toBe("👍".repeat(16));
    const shifted = contextOf(`${"👍".repeat(20)}yx z${"👍".repeat(20)}`, range(41, 42));
    expect(shifted.before).toBe(`${"👍".repeat(15)}y`);
    expect(shifted.after).toBe(` z${"👍".repeat(15)}`);
  });

  test("stands in the text around the range, as far as it may", () => {
    fc.assert(
      fc.property(scene, ({ text, cut }) => {
        fc.pre(isBoundary(text, cut.start) && isBoundary(text, cut.end));
        const { quote, before, after } = contextOf(text, cut);
        expect(text.slice(cut.start - before.length, cut.end + after.length)).toBe(before + quote + after);
        expect(quote).toHaveLength(cut.end - cut.start);
        expect(before.length).toBeGreaterThanOrEqual(Math.min(cut.start, CONTEXT_LENGTH - 1));
        expect(before.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect(after.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference } from "@/lib/domain/revision";
import { applyEdits } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { wellFormedText } from "../text/texts";
import { corrected, longTalk } from "./scenes";

describe("difference", () => {
  test("is nothing between a text and itself", () => {
    expect(difference("one 👍\n", "one 👍\n")).toEqual([]);
  });

  test("finds words, and characters within them", () => {
    const before = "Freedom from fear and want.\nHuman security is people.\n";
    const after = "Freedom from fear and wants.\nHuman security is about people.\n";
    expect(difference(before, after)).toEqual([
      { start: 26, end: 26, insert: "s" },
      { start: before.indexOf(" people"), end: before.indexOf(" people"), insert: " about" },
    ]);
    expect(difference("teh cat", "the cat")).toEqual([{ start: 1, end: 3, insert: "he" }]);
  });

  test("takes no word apart where words are the finest", () => {
    const before = "Being safe from sudden harm, and other freedoms";
    const after = "Freedom from sudden hurt, and no other fear";
    const edits = difference(before, after, "word");
    expect(applyEdits(before, edits)).toBe(after);
    const cut = (text: string, at: number) => /\w/.test(text[at - 1] ?? "") && /\w/.test(text[at] ?? "");
    expect(edits.some(({ start, end }) => cut(before, start) || cut(before, end))).toBe(false);
    expect(edits.flatMap(({ insert }) => insert.split(" ")).every((word) => after.includes(word))).toBe(true);
  });

  test("compares text without spaces by character", () => {
    expect(difference("人間の安全保障とは何か", "人間の安全とは何ですか")).toEqual([
      { start: 5, end: 7, insert: "" },
      { start: 10, end: 10, insert: "です" },
    ]);
  });

  test("does not take for kept what stands by chance between long changes", () => {
    const [only, ...others] = difference("wholly a unlike", "different a to them");
    expect(others).toEqual([]);
    expect(only).toMatchObject({ start: 0, end: 15 });
  });

  test("leads from any text to any other, whole characters each, sorted and apart", () => {
    fc.assert(
      fc.property(wellFormedText, wellFormedText, (before, after) => {
        const edits = difference(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        let last = -1;
        for (const { start, end, insert } of edits) {
          expect(start).toBeGreaterThan(last);
          expect(isBoundary(before, start) && isBoundary(before, end) && insert.isWellFormed()).toBe(true);
          expect(end > start || insert !== "").toBe(true);
          last = end;
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("leads from a long text to its correction, in few edits", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(40), (seed, count) => {
        const before = longTalk(seed, 200);
        const after = corrected(before, seed, count);
        const edits = difference(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        expect(edits.length).toBeLessThanOrEqual(2 * count);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps its bound where the texts have nothing in common, or almost everything is changed", () => {
    const one = longTalk(1, 6_000);
    const other = longTalk(2, 6_000).toUpperCase();
    expect(applyEdits(one, difference(one, other))).toBe(other);
    const everywhere = one.replaceAll(" ", "  ");
    expect(applyEdits(one, difference(one, everywhere))).toBe(everywhere);
    const same = "a ".repeat(100_000);
    expect(applyEdits(same, difference(same, `b${same}b`.repeat(2)))).toBe(`b${same}b`.repeat(2));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fuzzyMatch } from "@/components/shell/fuzzy";

function matched(query: string, text: string): string[] | null {
  return fuzzyMatch(query, text)?.ranges.map(({ start, end }) => text.slice(start, end)) ?? null;
}

function score(query: string, text: string): number {
  return fuzzyMatch(query, text)?.score ?? Number.NEGATIVE_INFINITY;
}

describe("fuzzyMatch", () => {
  test("finds a term in one piece, at the start of a word first", () => {
    expect(matched("dign", "Indignation, dignity")).toEqual(["dign"]);
    expect(fuzzyMatch("dign", "Indignation, dignity")?.ranges).toEqual([{ start: 13, end: 17 }]);
  });

  test("finds every term, in any order", () => {
    expect(matched("fear free", "Freedom from fear")).toEqual(["Free", "fear"]);
    expect(matched("free want", "Freedom from fear")).toBeNull();
  });

  test("finds the letters that begin words", () => {
    expect(matched("fff", "Freedom from fear")).toEqual(["F", "f", "f"]);
  });

  test("leaves out letters picked from all over", () => {
    expect(matched("xyz", "Exposure of many people, mostly young, in a hazard")).toBeNull();
  });

  test.each([
    ["ＡＢＣ", "abc", ["abc"]],
    ["カナ", "ｶﾅの語", ["ｶﾅ"]],
    ["尊厳", "自由 › 尊厳をもって生きる自由", ["尊厳"]],
    ["kg", "重さ㎏", ["㎏"]],
    ["👨‍👩‍👧", "a 👨‍👩‍👧 b", ["👨‍👩‍👧"]],
  ])("%s in %s", (query, text, parts) => {
    expect(matched(query, text)).toEqual(parts);
  });

  test("ranks the start of the text over that of a word, that over its middle, that over letters apart", () => {
    const ranked = ["Protection", "As protection", "Overprotection"].map((text) => score("prot", text));
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(score("prot", "Overprotection")).toBeGreaterThan(score("prot", "People rotate"));
  });

  test("gives ranges that are ascending, disjoint, inside the text and never split a pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (query, text) => {
        let last = 0;
        for (const { start, end } of fuzzyMatch(query, text)?.ranges ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).isWellFormed()).toBe(text.isWellFormed());
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("finds each text by itself", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fuzzyMatch(text, text) !== null));
  });
});

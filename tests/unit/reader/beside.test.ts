import { describe, expect, test } from "vitest";
import { codesByAlign, rowBeside, spansOf, turnsUnder } from "@/components/pairs/beside/follow";
import { buildDocument, type ReaderDocument } from "@/components/reader/model/document";

/** A text of turns with so many paragraphs each, under these numbers. */
function text(turns: [paragraphs: number, align: number | null][]): ReaderDocument {
  let words = "";
  const rows = turns.map(([paragraphs, align]): [number, number, number, null, null, number | null] => {
    const start = words.length;
    words += "ab🍊\n".repeat(paragraphs);
    return [start, start, words.length - 1, null, null, align];
  });
  const payload = { versionId: "v", language: "en", text: words, turns: rows, speakers: [], passages: [] };
  return buildDocument({ ...payload, redactions: [] } as Parameters<typeof buildDocument>[0]);
}

describe("beside each other", () => {
  const own = text([
    [1, null],
    [4, 0],
    [1, null],
    [2, 1],
  ]);
  const other = text([
    [2, 0],
    [3, null],
    [6, 1],
  ]);
  const spans = { own: spansOf(own), other: spansOf(other) };

  test("a row goes as far into the aligned turns as it is into its own", () => {
    expect(own.rows.map(({ index }) => rowBeside(own, spans, index))).toEqual([0, 0, 0, 1, 1, 1, 5, 8]);
  });

  test("what is aligned with nothing stays beside what came before, and nothing lies outside", () => {
    const back = { own: spans.other, other: spans.own };
    expect(other.rows.map(({ index }) => rowBeside(other, back, index))).toEqual([
      1, 3, 4, 4, 4, 6, 6, 6, 7, 7, 7,
    ]);
    expect(rowBeside(own, spans, 99)).toBe(10);
    expect(rowBeside(text([]), spans, 0)).toBe(0);
  });

  test("every turn is read under the last of those aligned with it, or under what came before", () => {
    const under = (here: ReaderDocument, there: ReaderDocument) =>
      [...turnsUnder(here, there)].map(([row, turns]) => [row, turns.map(({ index }) => index)]);
    expect(under(own, other)).toEqual([
      [4, [0, 1]],
      [7, [2]],
    ]);
    expect(under(other, own)).toEqual([
      [0, [0]],
      [1, [1, 2]],
      [10, [3]],
    ]);
  });

  test("codes are told of every aligned turn that they lie on, once", () => {
    const [first, , , last] = own.turns;
    const codes = codesByAlign(own, [
      { start: first?.start ?? 0, end: (first?.end ?? 0) + 3, codeIds: ["a"] },
      { start: 8, end: 9, codeIds: ["b", "a"] },
      { start: 8, end: last?.end ?? 0, codeIds: ["c"] },
    ]);
    expect([...codes]).toEqual([
      [0, ["a", "b", "c"]],
      [1, ["c"]],
    ]);
  });
});

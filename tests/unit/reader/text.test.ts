import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { search } from "@/components/reader/find/search";
import { passageAt, rowAt, trimmed, turnAt } from "@/components/reader/model/document";
import { move, sentenceAt, type Unit, wordAt } from "@/components/reader/text/caret";
import { MOST_LINES, runsOf } from "@/components/reader/text/runs";
import { compareRanges, overlaps } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { document, TEXT } from "./support";

const segment = (start: number, end: number) => ({
  id: `${start}-${end}`,
  start,
  end,
  coderId: "",
  codeIds: [`code ${(start + end) % 7}`],
  hasMemo: false,
  likeness: "",
});

describe("the document", () => {
  it("names the speaker at the first paragraph of a turn, and the question before its passage", () => {
    expect(
      document.rows.map((row) => [row.opensTurn, row.turn?.speaker?.label, row.questions.length]),
    ).toEqual([
      [true, "Interviewer", 0],
      [true, "Mori", 1],
      [false, undefined, 0],
    ]);
  });

  it("finds what lies at an offset", () => {
    expect(rowAt(document, 18)?.index).toBe(1);
    expect(turnAt(document, 17)?.speaker?.label).toBe("Interviewer");
    expect(turnAt(document, 41)).toBe(null);
    expect(passageAt(document, 18)?.questionKey).toBe("i.1");
    expect(passageAt(document, 17)).toBe(null);
  });

  it("leaves white space at the ends out of a selection", () => {
    expect(trimmed(" a b \n", { start: 0, end: 6 })).toEqual({ start: 1, end: 4 });
    expect(trimmed(" \n", { start: 0, end: 2 })).toBe(null);
  });
});

describe("runs", () => {
  it("cover the paragraph without gaps, and each lies in or outside a segment as a whole", () => {
    const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).filter(([a, b]) => a !== b));
    fc.assert(
      fc.property(ranges, (pairs) => {
        const segments = pairs.map(([a, b]) => segment(Math.min(a, b), Math.max(a, b))).sort(compareRanges);
        const runs = runsOf({ start: 5, end: 30 }, { segments, labelEnd: 8, hits: [], current: null });
        expect(runs[0]?.start).toBe(5);
        expect(runs.at(-1)?.end).toBe(30);
        runs.forEach((run, index) => {
          if (index > 0) expect(run.start).toBe(runs[index - 1]?.end);
          for (let offset = run.start; offset < run.end; offset += 1) {
            const here = segments.filter((each) => each.start <= offset && offset < each.end);
            const codes = new Set(here.flatMap(({ codeIds }) => codeIds));
            expect(run.lines.filter((id) => codes.has(id))).toHaveLength(Math.min(MOST_LINES, codes.size));
            if (!run.many) expect(run.segments).toEqual(here);
          }
        });
      }),
    );
  });

  it("are few under forty codings on every word, and end where the segment at hand does", () => {
    const words = { start: 0, end: 600 };
    const segments = Array.from({ length: 40 }, (_, layer) =>
      Array.from({ length: 5 }, (__, at) => segment(at * 120 + layer * 3, at * 120 + 120 + layer * 3)),
    )
      .flat()
      .sort(compareRanges);
    const marks = { segments, labelEnd: 0, hits: [], current: null };
    expect(runsOf(words, marks).length).toBeLessThan(30);
    const [atHand] = segments.slice(100);
    if (!atHand) throw new Error("there is none");
    for (const run of runsOf(words, { ...marks, apart: [atHand] }))
      expect(overlaps(run, atHand)).toBe(atHand.start <= run.start && run.end <= atHand.end);
  });
});

describe("the caret", () => {
  it("never stands inside a character, and comes to both ends", () => {
    const units = fc.constantFrom<Unit>("character", "word", "sentence", "paragraph");
    fc.assert(
      fc.property(units, fc.nat(TEXT.length), (unit, from) => {
        const start = isBoundary(TEXT, from) ? from : from - 1;
        for (const direction of [1, -1] as const) {
          let at = start;
          for (let steps = 0; steps <= TEXT.length; steps += 1) at = move(document, at, unit, direction);
          expect(at).toBe(direction > 0 ? TEXT.length : 0);
        }
        expect(isBoundary(TEXT, move(document, start, unit, 1))).toBe(true);
      }),
    );
  });

  it("passes an emoji in one step, and words in both scripts", () => {
    expect(move(document, 10, "character", 1)).toBe(12);
    expect(TEXT.slice(0, move(document, 0, "word", 1))).toBe("One");
    expect(TEXT.slice(...Object.values(wordAt(document, 4)))).toBe("river");
    const sentence = sentenceAt(document, 36);
    expect(TEXT.slice(sentence.start, sentence.end)).toContain("川は流れる。");
  });
});

describe("the search", () => {
  it("finds all places whatever their case, with exact offsets", () => {
    const found = (text: string, words: string, whole = false) => search({ text, turns: [] }, words, whole);
    expect(found("Straße 🌊 STRASSE straße", "straße")).toEqual([
      { start: 0, end: 6 },
      { start: 10, end: 17 },
      { start: 18, end: 24 },
    ]);
    expect(found("a.b a+b", "a+b")).toEqual([{ start: 4, end: 7 }]);
    expect(found("川は川", "川")).toHaveLength(2);
    expect(found("abc", "  ")).toEqual([]);
    // While it is being typed, what is no query yet is taken as it stands.
    expect(found("a (b", "(b")).toEqual([{ start: 2, end: 4 }]);
    expect([found("rivers", "river"), found("rivers", "river", true)]).toEqual([[{ start: 0, end: 5 }], []]);
  });
});

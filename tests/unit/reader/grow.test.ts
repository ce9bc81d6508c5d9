import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDocument } from "@/components/reader/model/document";
import {
  grown,
  shrunk,
  unitsAt,
  withNextSentence,
  withoutLastSentence,
} from "@/components/reader/model/grow";
import { payload } from "./support";

const TEXT = "川が氾濫した。人々は屋根に上がった。\n水は引いた。\nMori: It fell. Nobody slept 🌊.\n";
const document = buildDocument({
  ...payload,
  language: "ja",
  text: TEXT,
  turns: [
    [0, 0, 26, 0, null, null],
    [26, 32, TEXT.length, 1, null, null],
  ],
});
const words = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);
const at = (quote: string) => {
  const start = TEXT.indexOf(quote);
  return { start, end: start + quote.length };
};

describe("growing", () => {
  it("goes from the word to the sentence, the paragraph and the turn, in Japanese too", () => {
    const steps = [];
    for (let range = grown(document, { start: 1, end: 1 }); range; range = grown(document, range))
      steps.push(words(range));
    expect(steps).toEqual([
      "が",
      "川が氾濫した。",
      "川が氾濫した。人々は屋根に上がった。",
      "川が氾濫した。人々は屋根に上がった。\n水は引いた。",
    ]);
  });

  it("takes all of each turn that a range has a part of, and no label", () => {
    const across = { start: at("水は").start, end: at("It fell.").end };
    expect(words(grown(document, across) ?? across)).toBe(TEXT.slice(0, -1));
    expect(unitsAt(document, at("It fell").start).map(words)).toEqual([
      "It",
      "It fell.",
      "It fell. Nobody slept 🌊.",
      "It fell. Nobody slept 🌊.",
    ]);
  });

  it("always takes more, and shrinking always less, within the text", () => {
    const offset = fc.nat(TEXT.length);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        const more = grown(document, range);
        const less = shrunk(document, range);
        // A range that begins in a label is taken for what is spoken of it.
        const label = range.start >= 26 && range.start < 32;
        if (more && !label) {
          expect(more.start).toBeLessThanOrEqual(range.start);
          expect(more.end).toBeGreaterThanOrEqual(range.end);
          expect(more.end - more.start).toBeGreaterThan(range.end - range.start);
        }
        if (less && !label) {
          expect(less.start).toBeGreaterThanOrEqual(range.start);
          expect(less.end - less.start).toBeLessThan(range.end - range.start);
        }
      }),
    );
  });
});

describe("sentences", () => {
  it("are without the label that stands before them", () => {
    const label = at("Mori").start;
    expect(words(withNextSentence(document, { start: label, end: label }))).toBe("It fell.");
    expect(words(grown(document, { start: label, end: label }) ?? at("Mori"))).toBe("It");
  });

  it("are taken one after the other, and given back", () => {
    const first = withNextSentence(document, { start: 2, end: 2 });
    expect(words(first)).toBe("川が氾濫した。");
    const two = withNextSentence(document, first);
    expect(words(two)).toBe("川が氾濫した。人々は屋根に上がった。");
    expect(words(withNextSentence(document, two))).toContain("水は引いた。");
    expect(withoutLastSentence(document, two)).toEqual(first);
    expect(withoutLastSentence(document, first)).toEqual(first);
  });
});

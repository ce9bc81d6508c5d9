import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boundaryAtOrAfter,
  boundaryAtOrBefore,
  countsBy,
  countUnits,
  isBoundary,
  normaliseText,
  splitParagraphs,
  unitCounter,
  unstorable,
  wordStarts,
} from "@/lib/domain/text";
import { anyText } from "./texts";

const words = (text: string, language = "en") => wordStarts(text, language).length;

describe("normaliseText", () => {
  test("makes every newline an LF and drops byte order marks at the beginning only", () => {
    expect(normaliseText("\uFEFFa\r\nb\rc\n\r\nd\uFEFF")).toBe("a\nb\nc\n\nd\uFEFF");
  });

  test("changes nothing else: combining marks, full width, bidirectional signs and controls stay", () => {
    const text = "e\u0301 ＡＢ \u202Eabc\u202C \u0007 \u2028 \u00A0";
    expect(normaliseText(text)).toBe(text);
  });

  test("leaves no CR, and is idempotent", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = normaliseText(raw);
        expect(text).not.toContain("\r");
        expect(normaliseText(text)).toBe(text);
      }),
      { examples: [["\uFEFF\uFEFFtwo files joined"]] },
    );
  });
});

describe("unstorable", () => {
  test("finds the first NUL or lone surrogate, and passes pairs", () => {
    expect(unstorable("聞き取り 👩‍🌾")).toBeNull();
    expect(unstorable("ab\0c")).toEqual({ offset: 2, reason: "nul" });
    expect(unstorable("👍\uD83D")).toEqual({ offset: 2, reason: "lone_surrogate" });
    expect(unstorable("\uDC4D\0")).toEqual({ offset: 0, reason: "lone_surrogate" });
  });

  test("agrees with a round trip through UTF-8", () => {
    fc.assert(
      fc.property(anyText, (whole) => {
        const survives =
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(whole)) === whole;
        expect(unstorable(whole) === null).toBe(survives && !whole.includes("\0"));
      }),
    );
  });
});

describe("splitParagraphs", () => {
  test("keeps each line with its line break", () => {
    expect(splitParagraphs("")).toEqual([]);
    expect(splitParagraphs("a\n\nb")).toEqual([
      { start: 0, end: 2, text: "a\n" },
      { start: 2, end: 3, text: "\n" },
      { start: 3, end: 4, text: "b" },
    ]);
    expect(splitParagraphs("a\n")).toHaveLength(1);
  });

  test("joins back to the text, without gaps and without empty lines", () => {
    fc.assert(
      fc.property(anyText.map(normaliseText), (text) => {
        const lines = splitParagraphs(text);
        expect(lines.map((line) => line.text).join("")).toBe(text);
        let position = 0;
        for (const [index, line] of lines.entries()) {
          expect(line.start).toBe(position);
          expect(line.text).toBe(text.slice(line.start, line.end));
          expect(line.text.indexOf("\n")).toBe(
            index < lines.length - 1 || text.endsWith("\n") ? line.text.length - 1 : -1,
          );
          position = line.end;
        }
        expect(position).toBe(text.length);
      }),
    );
  });
});

describe("boundaries", () => {
  test("are everywhere but inside a surrogate pair and outside the text", () => {
    const text = "a👍b";
    expect([-1, 0, 1, 2, 3, 4, 5, 0.5, Number.NaN].map((offset) => isBoundary(text, offset))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isBoundary("e\u0301", 1)).toBe(true);
    expect(isBoundary("\uDC4D\uD83D", 1)).toBe(true);
  });

  test("cut a text into pieces that hold whole code points", () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        const whole = Array.from(text.slice(0, offset)).length + Array.from(text.slice(offset)).length;
        expect(isBoundary(text, offset)).toBe(whole === Array.from(text).length);
      }),
    );
  });

  test("are found on either side, at most one unit away", () => {
    expect(boundaryAtOrBefore("a👍b", 2)).toBe(1);
    expect(boundaryAtOrAfter("a👍b", 2)).toBe(3);
    expect(boundaryAtOrBefore("ab", 9)).toBe(2);
    expect(boundaryAtOrAfter("ab", -9)).toBe(0);
    fc.assert(
      fc.property(anyText, fc.integer({ min: -5, max: 60 }), (text, offset) => {
        const before = boundaryAtOrBefore(text, offset);
        const after = boundaryAtOrAfter(text, offset);
        expect(isBoundary(text, before) && isBoundary(text, after)).toBe(true);
        expect(before <= after).toBe(true);
        if (isBoundary(text, offset)) expect([before, after]).toEqual([offset, offset]);
      }),
    );
  });
});

describe("countsBy", () => {
  test("knows languages without spaces by their primary subtag", () => {
    expect(["ja", "JA-JP", "zh-Hant-TW", "th", "lo", "km", "my_MM"].map(countsBy)).toEqual(
      new Array(7).fill("characters"),
    );
    expect(["en", "en-GB", "ko", "ar", "jam", ""].map(countsBy)).toEqual(new Array(6).fill("words"));
  });
});

describe("wordStarts", () => {
  test.each([
    ["The quick brown fox.", 4],
    ["don't, don’t: it’s", 3],
    ["well-being and self‑help", 3],
    ["no - dash – or — this", 4],
    ["it rose 3.5 to 1,800, then 2.", 7],
    ["end.Begin", 2],
    ["'quoted' -minus trailing-", 3],
    ["re\u0301sume\u0301 naïve", 2],
    ["thumbs 👍🏽 up ❤️ 👩‍🌾", 2],
    ["שָׁלוֹם עולם", 2],
    ["می\u200Cخواهم بروم", 2],
    ["line\nbreak-\nhere", 3],
    ["", 0],
    [" …!? ", 0],
  ])("%j holds %i words", (text, count) => expect(words(text)).toBe(count));

  test.each([
    ["聞き取り、調査。", 6],
    ["データー〇々", 6],
    ["か\u3099く", 2],
    ["100人 ＡＢ", 6],
    ["👍❤️○「」", 0],
    ["𠮷野家", 3],
    ["\u3099あ", 2],
  ])("%j holds %i characters", (text, count) => expect(words(text, "ja")).toBe(count));

  test("says where the units begin", () => {
    expect(wordStarts("👍 a 12.5 c", "en")).toEqual([3, 5, 10]);
    expect(wordStarts("𠮷野\n家", "ja")).toEqual([0, 2, 4]);
  });

  test("passes over the times of a recording, but not over times of day, prices and notes", () => {
    expect(words("so [00:12] it #01:02:03.5# was (1:05) ten [01.02.03]")).toBe(4);
    expect(words("彼は[00:12]言った（0:13）", "ja")).toBe(5);
    expect(words("at 10:30 (3.50) [12:75] [sic]")).toBe(7);
  });

  test("ascends along boundaries, and is the same paragraph by paragraph", () => {
    fc.assert(
      fc.property(anyText.map(normaliseText), fc.constantFrom("en", "ja"), (text, language) => {
        const starts = wordStarts(text, language);
        for (const [index, start] of starts.entries()) {
          expect(isBoundary(text, start)).toBe(true);
          if (index > 0) expect(start).toBeGreaterThan(starts[index - 1] as number);
        }
        const byLine = splitParagraphs(text).flatMap((line) =>
          wordStarts(line.text, language).map((start) => start + line.start),
        );
        expect(starts).toEqual(byLine);
      }),
    );
  });
});

describe("countUnits", () => {
  test("counts the units that begin in a half-open range", () => {
    const starts = wordStarts("one two three", "en");
    expect(countUnits(starts, { start: 0, end: 4 })).toBe(1);
    expect(countUnits(starts, { start: 1, end: 8 })).toBe(1);
    expect(countUnits(starts, { start: 4, end: 9 })).toBe(2);
    expect(countUnits(starts, { start: 9, end: 4 })).toBe(0);
  });

  test("adds up over a partition, and is what a plain filter counts", () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, a, b) => {
        const starts = wordStarts(text, "ja");
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        expect(countUnits(starts, range)).toBe(
          starts.filter((s) => s >= range.start && s < range.end).length,
        );
        expect(unitCounter(starts, text.length)(range.start, range.end)).toBe(countUnits(starts, range));
        const parts = [{ start: 0, end: range.start }, range, { start: range.end, end: text.length + 60 }];
        expect(parts.reduce((sum, part) => sum + countUnits(starts, part), 0)).toBe(starts.length);
      }),
    );
  });
});

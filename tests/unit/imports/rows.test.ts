import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PART, Parsing } from "@/components/imports/model/parsing";
import { rowAtOffset, rowsOf } from "@/components/imports/model/rows";
import { isBoundary } from "@/lib/domain/text";
import { NO_CHOICES, parseText } from "@/lib/domain/transcript";
import type { UploadReading } from "@/lib/schemas/imports";

const line = fc.oneof(
  fc.constantFrom(
    "",
    "   ",
    "Interviewer: Why? 🌊",
    "聞き手：どうですか？",
    "協力者：はい。e\u0301",
    "続き حرية",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));

const file = (words: string): UploadReading => ({
  reading: { kind: "lines", text: words },
  format: "text",
  encoding: "utf-8",
  confidence: 1,
  warnings: [],
  leftOut: [],
});

describe("the rows of a preview", () => {
  test("show every letter of speech once, in order, and cut none in two", () => {
    fc.assert(
      fc.property(text, (words) => {
        const parsed = parseText(words);
        const { count, start, end, turn } = rowsOf(parsed.text, parsed.turns);
        let last = 0;
        const spoken = parsed.turns.map(() => "");
        for (let row = 0; row < count; row += 1) {
          const [from = 0, to = 0, place = -1] = [start[row], end[row], turn[row]];
          expect(from).toBeGreaterThanOrEqual(last);
          expect(isBoundary(parsed.text, from) && isBoundary(parsed.text, to)).toBe(true);
          last = to;
          if (place >= 0) spoken[place] += parsed.text.slice(from, to);
        }
        const letters = (words: string) => words.replace(/\s/gu, "");
        expect(spoken.map(letters)).toEqual(
          parsed.turns.map(({ bodyStart, end: to }) => letters(parsed.text.slice(bodyStart, to))),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("cut a line of a megabyte into pieces, between letters", () => {
    const words = `A: ${"🌊".repeat(300_000)}`;
    const { count, start, end } = rowsOf(words, [
      { start: 0, bodyStart: 3, end: words.length, speaker: "A", atMs: null },
    ]);
    expect(count).toBe(Math.ceil(600_000 / 2000));
    expect([...start].every((offset) => isBoundary(words, offset))).toBe(true);
    expect(end[count - 1]).toBe(words.length);
  });

  test("are found by any offset inside them", () => {
    fc.assert(
      fc.property(text, (words) => {
        const parsed = parseText(words);
        const rows = rowsOf(parsed.text, parsed.turns);
        for (let row = 0; row < rows.count; row += 1) {
          expect(rowAtOffset(rows, rows.start[row] ?? 0)).toBeGreaterThanOrEqual(row);
          const inside = Math.max(rows.start[row] ?? 0, (rows.end[row] ?? 0) - 1);
          if ((rows.end[row] ?? 0) > (rows.start[row] ?? 0)) expect(rowAtOffset(rows, inside)).toBe(row);
        }
      }),
    );
  });

  test("of a million lines come part by part, each small", () => {
    const words = Array.from(
      { length: 1_000_000 },
      (_, index) => `${index % 2 ? "B" : "A"}: line ${index}\n`,
    );
    const parsing = new Parsing(file(words.join("")));
    const summary = parsing.parse(NO_CHOICES, []);
    expect(summary).toMatchObject({ turns: 1_000_000, rows: 1_000_000, parts: 1_000_000 / PART });
    const last = parsing.part(summary.parts - 1);
    expect(last).toHaveLength(PART);
    expect(last.at(-1)).toMatchObject({ index: 999_999, text: "line 999999", speaker: 1, speech: true });
    expect(parsing.placeOf(last[0]?.start ?? 0)).toEqual({ part: summary.parts - 1, row: 1_000_000 - PART });
    expect(parsing.part(summary.parts)).toEqual([]);
  });
});

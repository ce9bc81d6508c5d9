import { describe, expect, test } from "vitest";
import { parseReading, type Reading } from "@/lib/domain/transcript";

// No clock: what takes longer than in proportion to its length would not end within the time of a test.
const text = (words: string): Reading => ({ kind: "lines", text: words });
const cues = (words: string): Reading => ({ kind: "cues", text: `WEBVTT\n\n${words}` });
const MEGABYTES = 10_000_000;

describe("large files are read in proportion to their length", () => {
  test("a million lines", () => {
    const lines = Array.from({ length: 1_000_000 }, (_, index) => (index % 2 ? "A B: no" : "C D: why?"));
    const parsed = parseReading(text(lines.join("\n")));
    expect(parsed.turns).toHaveLength(1_000_000);
    expect(parsed.speakers.map(({ turns, characters }) => [turns, characters])).toEqual([
      [500_000, 2_000_000],
      [500_000, 1_000_000],
    ]);
  });

  test.each([
    ["times", "[00:01] x ", 1_000_000],
    ["blanks", " ", 0],
    ["open brackets", "[ (# ", 0],
    ["labels", "A: ", 0],
    ["Japanese and emoji", "日本🍊", 0],
  ])("a line of ten megabytes of %s", (_, piece, points) => {
    const parsed = parseReading(
      text(`Interviewer: ${piece.repeat(MEGABYTES / piece.length)}x\nGuest A: y\nGuest A: z`),
    );
    expect(parsed.turns).toHaveLength(3);
    expect(parsed.points).toHaveLength(points);
    expect(parsed.turns[0]?.end).toBe(parsed.text.indexOf("\n"));
  });

  test("a hundred thousand labels, each used twice", () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `N${index}x Y: a`);
    expect(parseReading(text([...names, ...names].join("\n"))).speakers).toHaveLength(100_000);
  });

  test("a hundred thousand cues of one speaker", () => {
    const each = Array.from(
      { length: 100_000 },
      (_, index) => `0:0:${index}.0 --> 0:0:${index}.9\n<v Mio>so on`,
    );
    const parsed = parseReading(cues(each.join("\n\n")));
    expect(parsed.turns).toHaveLength(1);
    expect(parsed.points).toHaveLength(100_000);
  });

  test.each([" ", "<v ", "&", "x\n", "<c."])("a cue of a megabyte of %j", (piece) => {
    const parsed = parseReading(cues(`0:0:1.0 --> 0:0:2.0\nx${piece.repeat(1_000_000 / piece.length)}y`));
    expect(parsed.turns.length).toBeGreaterThan(0);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Draft,
  draftFault,
  draftOf,
  exportText,
  guideFromQuestions,
  matchQuestions,
  parseReading,
  parseText,
  type Reading,
  splitLanguages,
} from "@/lib/domain/transcript";
import { fuzzRuns } from "@/tests/support/fuzz";
import { fixture } from "./fixture";
import { holds } from "./holds";

const TEXTS = ["council.txt", "labels.txt", "magazine.txt", "otter.txt", "podcast.md", "written.txt"];
const CUES = ["teams.vtt", "teams-2022.vtt", "zoom.vtt", "whisper.vtt", "plain.srt"];
const PIECES = [
  "\n",
  "\n\n",
  "\r\n",
  ":",
  "：",
  "[",
  "]",
  "\\[00:01\\]",
  "[99:99]",
  "#00:00:01.5#",
  "**",
  "-->",
  " --> ",
  "<v ",
  "</v>",
  "<",
  "&#1114112;",
  "&amp;",
  "NOTE\n",
  "WEBVTT\n",
  "0:0:-6.-820",
  "\ud800",
  "\0",
  "\f",
  "👩‍🌾",
  "　",
  "○",
  "――",
  "@",
  "---\n",
  "Interviewer:",
  "9\n",
  "1\t",
];

/** A step that spoils a text: a piece is cut out, said again, moved, or something foreign is put in. Places are shares of the length. */
const step = fc.tuple(
  fc.constantFrom("cut", "repeat", "move", "insert"),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(...PIECES),
  fc.integer({ min: 1, max: 40 }),
);

function spoil(
  text: string,
  [what, from, to, piece, times]: [string, number, number, string, number],
): string {
  const [a, b] = [Math.floor(from * text.length), Math.floor(to * text.length)].sort((x, y) => x - y);
  const middle = text.slice(a, b);
  if (what === "cut") return text.slice(0, a) + text.slice(b);
  if (what === "repeat") return text.slice(0, b) + middle.slice(0, 200).repeat(times) + text.slice(b);
  if (what === "move") return text.slice(0, a) + text.slice(b) + middle;
  return text.slice(0, a) + piece.repeat(times) + text.slice(a);
}

const spoilt = (names: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.array(step, { minLength: 1, maxLength: 6 }))
    .map(([name, steps]) => steps.reduce(spoil, fixture(name)));

/** Everything that is done with a reading before it is stored. */
function use(reading: Reading): void {
  const parsed = parseReading(reading);
  holds(parsed);
  splitLanguages(parsed)?.forEach(holds);
  const guide = guideFromQuestions([parsed]).map((question) => ({ ...question, id: question.key }));
  const passages = matchQuestions(parsed, guide);
  const draft: Draft = draftOf(parsed, passages, () => null);
  expect(draftFault(draft)).toBe(parsed.text.trim() === "" ? "empty" : null);
  const out = exportText(draft);
  holds(parseText(out.text, out.choices));
}

describe("spoilt files", () => {
  test.each([
    ["text", TEXTS, "lines" as const],
    ["subtitles", CUES, "cues" as const],
    ["subtitles taken for text", CUES, "lines" as const],
  ])("%s", (_, names, kind) => {
    fc.assert(
      fc.property(spoilt(names), (text) => use({ kind, text })),
      { numRuns: fuzzRuns(300) },
    );
  });

  test("tables", () => {
    const table = spoilt(TEXTS).map((text): Reading => {
      const rows = text.split("\n").map((line) => line.split(/[:：\t]/u));
      return { kind: "table", columns: rows[0] ?? [], rows };
    });
    fc.assert(fc.property(table, use), { numRuns: fuzzRuns(300) });
  });
});

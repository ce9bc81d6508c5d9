import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Draft,
  draftFault,
  draftOf,
  exportText,
  NO_CHOICES,
  type ParsedTranscript,
  PUT_BACK_KINDS,
  parseReading,
  parseText,
  type Reading,
  splitLanguages,
} from "@/lib/domain/transcript";
import { fuzzRuns } from "@/tests/support/fuzz";
import { wellFormedText } from "../text/texts";
import { holds } from "./holds";

const LINES = [
  "Interviewer: hello?",
  "Interviewer 1 : と聞く",
  "interviewr: x",
  "A B: yes [00:12] 👩‍🌾",
  "C D:",
  "",
  "　続き",
  "[00:01] on",
  "○森　はい",
  "――え？",
  "**M** [0:01] x",
  "interviewee",
  "@n　a",
  "Name  00:01",
  "---",
  "SUMMARY KEYWORDS",
  "Transcribed by X",
  "Page 1 of 3",
  "Page 2 of 3",
  "Page 3 of 3",
  "3.a Please explain",
  "3.b Why?",
  "1  A B: numbered",
  "2  numbered",
  "שלום: כן",
  "e\u0301a: marks",
];
const anyLine = fc.oneof(fc.constantFrom(...LINES), wellFormedText, fc.string({ unit: "grapheme" }));
const anyLines = fc
  .array(anyLine, { maxLength: 24 })
  .chain((lines) => fc.constantFrom("\n", "\r\n").map((lineBreak) => lines.join(lineBreak)));
const cell = fc.oneof(fc.constantFrom("", "A B", "CA", "00:01:02", "7", "はい。"), wellFormedText);
const anyReading: fc.Arbitrary<Reading> = fc.oneof(
  anyLines.map((text): Reading => ({ kind: "lines", text })),
  fc
    .array(fc.tuple(fc.integer({ min: -5, max: 90 }), fc.integer({ min: 0, max: 90 }), anyLine), {
      maxLength: 12,
    })
    .map(
      (cues): Reading => ({
        kind: "cues",
        text: cues.map(([from, to, words]) => `0:0:${from}.0 --> 0:0:${to}.5\n${words}\n`).join("\n"),
      }),
    ),
  fc
    .tuple(
      fc.constantFrom(["speaker", "text", "time"], ["A", "B", "C"]),
      fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 }),
    )
    .map(([columns, rows]): Reading => ({ kind: "table", columns: [...columns], rows })),
);
const anyChoices = fc
  .record({
    accept: fc.subarray(["C D", "e\u0301a"]),
    refuse: fc.subarray(["A B", "Interviewer"]),
    unlabelled: fc.option(fc.constantFrom("A B", "Guest")),
    joinTurns: fc.boolean(),
    keep: fc.subarray([...PUT_BACK_KINDS]),
  })
  .map((choices) => ({ ...NO_CHOICES, ...choices }));

const draft = (parsed: ParsedTranscript): Draft => draftOf(parsed, [], () => null);
const told = ({ text, turns }: ParsedTranscript) =>
  turns.map((turn) => [turn, text.slice(turn.start, turn.end)]);

describe("laws of every reading", () => {
  test("turns are in order and apart; every line is in one of them, or is told as left out", () => {
    fc.assert(
      fc.property(anyReading, anyChoices, (reading, choices) => holds(parseReading(reading, choices))),
      { numRuns: fuzzRuns(1500) },
    );
  });

  test("reading what was read changes nothing", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const once = parseText(lines);
        expect(parseText(once.text)).toEqual({ ...once, warnings: expect.anything() });
      }),
      { numRuns: fuzzRuns(500) },
    );
  });

  test("what comes out can be stored", () => {
    fc.assert(
      fc.property(anyReading, anyChoices, (reading, choices) => {
        const parsed = parseReading(reading, choices);
        expect(draftFault(draft(parsed))).toBe(parsed.text.trim() === "" ? "empty" : null);
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });

  test("two languages share the words of one text out, and nothing is in both", () => {
    const bilingual = fc
      .array(fc.constantFrom("A B: one", "A B: 一つ", "C D: two", "二つ", "three 3", "7"), {
        minLength: 4,
        maxLength: 16,
      })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(bilingual, (text) => {
        const parsed = parseText(text);
        const both = splitLanguages(parsed);
        if (!both) return;
        both.forEach(holds);
        const words = (parts: string[]) =>
          parts
            .flatMap((part) => part.split("\n"))
            .filter(Boolean)
            .sort();
        expect(words(both.map((half) => half.text))).toEqual(words([parsed.text]));
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });
});

describe("text out and in again is the same", () => {
  test("as it was, with its turns, where it came in as text", () => {
    fc.assert(
      fc.property(anyLines, fc.constantFrom(null, "A B", "Guest"), (text, unlabelled) => {
        const parsed = parseText(text, { ...NO_CHOICES, unlabelled });
        const out = exportText(draft(parsed));
        expect(out.text).toBe(parsed.text);
        const again = parseText(out.text, out.choices);
        expect(told(again)).toEqual(told(parsed));
        expect(again.points).toEqual(parsed.points);
        expect(again.speakers.map(({ label, role }) => [label, role])).toEqual(
          parsed.speakers.map(({ label, role }) => [label, role]),
        );
      }),
      { numRuns: fuzzRuns(1500) },
    );
  });

  const name = fc.constantFrom("Mio", "Ren O’Hara", "聞き手", "Harbour, Mio (Student)", "שלום");
  const words = fc
    .array(fc.oneof(fc.constantFrom(...LINES), wellFormedText), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.join("\n").replaceAll("\r", "").replaceAll("\ufeff", "").trim())
    .filter((speech) => speech !== "");

  test("who says what and when, where labels had to be added", () => {
    const turn = fc.record({ speaker: name, words, atMs: fc.option(fc.nat(99 * 3_600_000)) });
    const squeezed = (speech: string) =>
      speech
        .split("\n")
        .map((line) => line.replace(/^\u3000/u, ""))
        .filter((line) => line.trim() !== "")
        .join("\n")
        .trim();
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (spoken) => {
        const labels = [...new Set(spoken.map(({ speaker }) => speaker))];
        let text = "";
        const turns = spoken.map((each) => {
          const start = text.length;
          text += `${each.words}\n`;
          return {
            start,
            bodyStart: start,
            end: text.length - 1,
            speaker: labels.indexOf(each.speaker),
            atMs: each.atMs,
            align: null,
          };
        });
        const speakers = labels.map((label) => ({
          label,
          aliases: [],
          role: "other" as const,
          intervieweeId: null,
        }));
        const out = exportText({ text, turns, speakers, points: [], passages: [] });
        const again = parseText(out.text, out.choices);
        const what = again.turns.map((each) => [
          each.speaker,
          squeezed(again.text.slice(each.bodyStart, each.end)),
        ]);
        expect(what).toEqual(spoken.map((each) => [each.speaker, squeezed(each.words)]));
        expect(again.turns.map(({ atMs }) => atMs)).toEqual(spoken.map(({ atMs }) => atMs));
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });
});

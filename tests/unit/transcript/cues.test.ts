import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_CHOICES, parseCues } from "@/lib/domain/transcript";
import { cueTime } from "@/lib/domain/transcript/cues";
import { cast, fixture, said } from "./fixture";

describe("subtitles", () => {
  test("Teams: voice tags with a comma and brackets, a sentence over two cues, classes, tags, entities, CRLF", () => {
    const parsed = parseCues(fixture("teams.vtt"));
    expect(said(parsed)).toEqual([
      ["Harbour, Mio (Student)", "We went out & came back. Twice."],
      ["Interviewer, Ren", "Why?"],
      ["Harbour, Mio (Student)", "The tide."],
    ]);
    expect(cast(parsed)).toEqual([
      ["Harbour, Mio (Student) interviewee 2"],
      ["Interviewer, Ren interviewer 1"],
    ]);
    expect(parsed.turns.map(({ atMs }) => atMs)).toEqual([1000, 5000, 7000]);
    expect(parsed.text).toBe("We went out & came back. Twice.\nWhy?\nThe tide.\n");
    expect(parsed.leftOut).toEqual([{ kind: "styles", count: 1 }]);
  });

  test("Teams of 2022: times without zeros, negative, out of order; notes and broken blocks", () => {
    const parsed = parseCues(fixture("teams-2022.vtt"));
    expect(parsed.text).toBe("before the start.\nten seconds.\n");
    expect(parsed.turns.map(({ atMs }) => atMs)).toEqual([0, 10_020]);
    expect(parsed.leftOut).toEqual([{ kind: "notes", count: 3 }]);
    expect(parsed.warnings.map(({ code, count }) => [code, count])).toEqual([
      ["cues_reordered", 2],
      ["times_clipped", 1],
      ["cues_unreadable", 1],
      ["no_speakers", 2],
    ]);
  });

  test("cues that overlap, end before they begin, or begin before the recording keep their words, in order of time", () => {
    const parsed = parseCues(
      [
        "WEBVTT",
        "00:05.000 --> 00:09.000\n<v Mori>Third.",
        "-00:01.000 --> 00:02.000\n<v Ren>Before?",
        "00:03.000 --> 00:01.000\n<v Ren>Backwards?",
        "00:04.000 --> 00:07.000\n<v Mori>Over it.",
      ].join("\n\n"),
    );
    expect(said(parsed)).toEqual([
      ["Ren", "Before? Backwards?"],
      ["Mori", "Over it. Third."],
    ]);
    expect(parsed.points.map(({ ms }) => ms)).toEqual([0, 3000, 4000, 5000]);
    expect(parsed.warnings.map(({ code, count }) => [code, count])).toContainEqual(["cues_reordered", 4]);
  });

  test("Zoom: cut at the first colon that ends a name; addresses, times and false labels are words", () => {
    const parsed = parseCues(fixture("zoom.vtt"));
    expect(said(parsed)).toEqual([
      ["Mio Harbour", "See https://example.org/a: at 10:30. So that was dct: once. and on"],
      ["Ren Quay", "Oh?"],
    ]);
  });

  test("Whisper: nobody is named, so paragraphs end with a sentence before a pause; Japanese without blanks", () => {
    const parsed = parseCues(fixture("whisper.vtt"));
    expect(parsed.text).toBe("海は広かった。船は小さかった。\nはい。\n");
    expect(parsed.turns.map(({ speaker, atMs }) => [speaker, atMs])).toEqual([
      [null, 0],
      [null, 9000],
    ]);
    expect(parsed.language).toBe("ja");
    const told = parseCues(fixture("whisper.vtt"), { ...NO_CHOICES, unlabelled: "Guest" });
    expect(cast(told)).toEqual([["Guest interviewee 1"]]);
  });

  test("SubRip", () => {
    const parsed = parseCues(fixture("plain.srt"));
    expect(said(parsed)).toEqual([
      ["Mio", "One."],
      ["Ren", "Two?"],
      ["Mio", "Three."],
    ]);
    expect(parsed.turns.map(({ atMs }) => atMs)).toEqual([1000, 3000, 5000]);
  });

  test("a refused name is nobody's, and a refused label is a word again", () => {
    const tag = parseCues(fixture("teams.vtt"), { ...NO_CHOICES, refuse: ["Interviewer, Ren"] });
    expect(said(tag)[1]).toEqual([null, "Why?"]);
    const label = parseCues(fixture("zoom.vtt"), { ...NO_CHOICES, refuse: ["Ren Quay"] });
    expect(said(label)).toHaveLength(1);
    expect(label.text).toContain("Ren Quay: Oh?");
  });

  test("a name of 10,000 characters is cut, and said so", () => {
    const name = "名🍊".repeat(5000);
    const parsed = parseCues(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${name}>Yes.</v>\n`);
    expect(parsed.speakers[0]?.label.length).toBeLessThanOrEqual(80);
    expect(parsed.speakers[0]?.label.isWellFormed()).toBe(true);
    expect(parsed.warnings.map(({ code }) => code)).toContain("labels_shortened");
  });

  test("a long speech has paragraphs, and stays one turn", () => {
    const cues = Array.from(
      { length: 200 },
      (_, index) =>
        `00:00:${String(index % 60).padStart(2, "0")}.000 --> 00:59:59.000\n<v Mio>A sentence of words.</v>`,
    );
    const parsed = parseCues(`WEBVTT\n\n${cues.join("\n\n")}\n`);
    expect(parsed.turns).toHaveLength(1);
    expect(Math.max(...parsed.text.split("\n").map(({ length }) => length))).toBeLessThan(900);
  });

  test.each([
    ["00:00:10.200", 10_200],
    ["0:0:10.20", 10_020],
    ["00:10.200", 10_200],
    ["100:00:00.001", 360_000_001],
    ["0:0:-6.-820", -6820],
    ["00:00:01,500", 1500],
    ["ten", null],
  ])("reads the time %s", (stamp, ms) => {
    expect(cueTime(stamp)).toBe(ms);
  });

  test("turns are the lines of the text, whatever the file holds", () => {
    const block = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("<v A>x</v>", "B: y", "NOTE z", "<v >", "&#0;", "-->"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), block)), (cues) => {
        const file = cues
          .map(([second, payload]) => `00:0${second}.000 --> 00:09.000\n${payload}`)
          .join("\n\n");
        const { text, turns } = parseCues(`WEBVTT\n\n${file}`);
        expect(turns.map(({ start, end }) => `${text.slice(start, end)}\n`).join("")).toBe(text);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { guessColumns, NO_CHOICES, parseReading, parseText } from "@/lib/domain/transcript";
import { cast, said } from "./fixture";

const lines = (text: string) => parseReading({ kind: "lines", text });
const starts = (text: string, words: string) => text.indexOf(words);

describe("times", () => {
  test("within the words are points where the words go on, and are no characters of speech", () => {
    const text =
      "A B: one [00:12] two #01:02:03.5# three\nC D: [0.07] ok (00:20:01) fine\nA B: x [1:02:03]\nC D: y";
    const parsed = parseText(text);
    expect(parsed.text).toBe(text);
    expect(parsed.points).toEqual([
      { at: starts(text, "two"), ms: 12_000 },
      { at: starts(text, "three"), ms: 3_723_500 },
      { at: starts(text, "ok"), ms: 7000 },
      { at: starts(text, "fine"), ms: 1_201_000 },
      { at: starts(text, "\nC D: y"), ms: 3_723_000 },
    ]);
    expect(parsed.speakers.map(({ characters }) => characters)).toEqual([12, 7]);
  });

  test("a price in brackets and a time of day are words", () => {
    expect(parseText("A B: it cost (3.50) at 10:30 [12:75]\nA B: x").points).toEqual([]);
  });

  test("each cue's time is a point where its words begin, joined as they are", () => {
    const cues =
      "WEBVTT\n\n00:01.000 --> 00:02.000\nMio: We went\n\n00:03.000 --> 00:04.000\nMio: out.\n\n00:09.000 --> 00:10.000\nRen: Why?\n";
    const parsed = parseReading({ kind: "cues", text: cues });
    expect(parsed.text).toBe("We went out.\nWhy?\n");
    expect(parsed.points).toEqual([
      { at: 0, ms: 1000 },
      { at: 8, ms: 3000 },
      { at: 13, ms: 9000 },
    ]);
  });
});

describe("what is no speech", () => {
  test("page numbers and the lines beside them part a turn, which goes on after them", () => {
    const page = (number: number) => `\nHarbour study, interview 7\n${number}\n\n`;
    const text = `Interviewer: One?\nParticipant: Two${page(1)}and three.${page(2)}Four.${page(3)}Interviewer: 5`;
    const parsed = parseText(text);
    expect(said(parsed)).toEqual([
      ["Interviewer", "One?"],
      ["Participant", "Two"],
      ["Participant", "and three."],
      ["Participant", "Four."],
      ["Interviewer", "5"],
    ]);
    expect(parsed.leftOut.map(({ kind, count }) => [kind, count])).toEqual([
      ["headers", 1],
      ["page_numbers", 1],
      ["headers", 1],
      ["page_numbers", 1],
      ["headers", 1],
      ["page_numbers", 1],
    ]);
    expect(parsed.leftOut[1]?.at).toBe(starts(text, "\n1\n") + 1);
  });

  test.each(["- %d -", "Page %d of 9", "%d/9", "%dページ", "p. %d"])("page numbers written %s", (form) => {
    const text = [1, 2, 3].map((page) => `Q: a\nA: b\n${form.replace("%d", String(page))}\n`).join("");
    expect(parseText(text).leftOut).toHaveLength(3);
  });

  test("numbers that people say do not count up, and stay", () => {
    const text = "Q: How many?\nA: As follows\n48\n12\n7\nQ: And?\nA: no\n49";
    expect(parseText(text).leftOut).toEqual([]);
  });

  test("two numbers in a row are no pages, and numbers that do not count up are no margin", () => {
    expect(parseText("Q: How many?\nA: As follows\n1\n2\nQ: And?\nA: no").leftOut).toEqual([]);
    const scores = ["3\tships", "1\tboat", "3\tnets", "2\trods", "1\tbuoy", "3\toars"];
    expect(parseText(`Q: What?\nA: These.\n${scores.join("\n")}`).leftOut).toEqual([]);
  });

  test("numbers in the margin stand before the speech; a paragraph they number is a turn", () => {
    const text =
      "1\tDan: Okay. So now\n2\tParticipant: Yes\n3\tand more\n4\tDan: Hm\n5\tParticipant: 4  boats";
    const parsed = parseText(text);
    expect(said(parsed)).toEqual([
      ["Dan", "Okay. So now"],
      ["Participant", "Yes"],
      ["Participant", "and more"],
      ["Dan", "Hm"],
      ["Participant", "4  boats"],
    ]);
    expect(parsed.leftOut).toEqual([{ kind: "margin_numbers", count: 5 }]);
    const kept = parseReading({ kind: "lines", text }, { ...NO_CHOICES, keep: ["margin_numbers"] });
    expect(kept.leftOut).toEqual([]);
    expect(kept.speakers).toEqual(
      parsed.speakers.map((speaker) => expect.objectContaining({ label: speaker.label })),
    );
  });
});

describe("labels", () => {
  test("a name in full once, then its initials", () => {
    const text = "Christian Akin: Where?\nRon Akin: There.\nCA: When?\nRA: Then.\nCA: Why?\nRA: Oh.\nUSA: a";
    expect(cast(parseText(text))).toEqual([
      ["Christian Akin interviewer 3", "CA"],
      ["Ron Akin interviewee 3", "RA"],
    ]);
    const apart = parseText(text, { ...NO_CHOICES, apart: ["CA"] });
    expect(apart.speakers.map(({ label }) => label)).toContain("CA");
  });

  test("initials that two could have are their own", () => {
    const text = "Ann Bell: a\nAnn Bell: b\nAda Bond: c\nAda Bond: d\nAB: e\nAB: f";
    expect(parseText(text).speakers.map(({ label }) => label)).toEqual(["Ann Bell", "Ada Bond", "AB"]);
  });

  test("chunks of one speaker become one turn if the person says so: labels and times between them go", () => {
    const text = "A B: one\n[00:05] A B: two\nC D: three\n\nA B: four\nA B: five\nC D: six";
    const parsed = parseReading({ kind: "lines", text }, { ...NO_CHOICES, joinTurns: true });
    expect(parsed.text).toBe("A B: one\ntwo\nC D: three\n\nA B: four\nfive\nC D: six");
    expect(said(parsed)).toEqual([
      ["A B", "one\ntwo"],
      ["C D", "three"],
      ["A B", "four\nfive"],
      ["C D", "six"],
    ]);
    expect(parsed.points).toEqual([{ at: 9, ms: 5000 }]);
    expect(parsed.speakers.map(({ turns }) => turns)).toEqual([2, 2]);
    expect(parseText(parsed.text).turns.map(({ start, end }) => [start, end])).toEqual(
      parsed.turns.map(({ start, end }) => [start, end]),
    );
  });

  test("candidates, warnings and what was left out say where they are", () => {
    const text = "A day out\nInterviewer: a\nGuest: b\nBox plot: c";
    const parsed = parseText(text);
    expect(parsed.candidates).toMatchObject([{ label: "Box plot", at: starts(text, "Box") }]);
    expect(parsed.warnings).toMatchObject([{ code: "before_first_speaker", at: 0 }]);
  });
});

describe("cues under another name", () => {
  test("Whisper's lines: a cue is no turn", () => {
    const text =
      "[00:00.000 --> 00:04.000]  The sea was\n[00:04.000 --> 00:06.500]  wide. Then\n[00:06.500 --> 00:09.000]  we left.";
    const parsed = lines(text);
    expect(parsed.text).toBe("The sea was wide. Then we left.\n");
    expect(parsed.turns).toHaveLength(1);
    expect(parsed.points.map(({ ms }) => ms)).toEqual([0, 4000, 6500]);
  });

  test("Teams in a document: times, the name and the words on lines of their own", () => {
    const text =
      "0:0:0.0 --> 0:0:4.470\nHarbour, Mio\nGood morning.\n0:0:5.20 --> 0:0:9.0\nRen\nMorning. A storm?\n0:0:10.0 --> 0:0:12.0\nHarbour, Mio\nYes.\n0:0:13.0 --> 0:0:14.0\nRen\nWhen?";
    expect(said(lines(text))).toEqual([
      ["Harbour, Mio", "Good morning."],
      ["Ren", "Morning. A storm?"],
      ["Harbour, Mio", "Yes."],
      ["Ren", "When?"],
    ]);
  });
});

describe("tables", () => {
  const table = {
    kind: "table" as const,
    columns: ["timestamp", "speaker", "words", "tags"],
    rows: [
      ["", "Christian Akin", "Where?", ""],
      ["00:00:05", "Ron Akin", "There,\nby the sea.", "childhood"],
      ["", "CA", "When?", ""],
      ["", "", "And how?", ""],
      ["", "RA", "[laughs] In 1960.", "war"],
      ["", "CA", "Oh?", ""],
      ["", "RA", "Well.", ""],
      ["", "CA", " ", ""],
    ],
  };

  test("a turn a row; a row without a name goes on; initials; columns that were not taken", () => {
    const parsed = parseReading(table);
    expect(said(parsed)).toEqual([
      ["Christian Akin", "Where?"],
      ["Ron Akin", "There,\nby the sea."],
      ["Christian Akin", "When?\nAnd how?"],
      ["Ron Akin", "[laughs] In 1960."],
      ["Christian Akin", "Oh?"],
      ["Ron Akin", "Well."],
    ]);
    expect(parsed.points).toEqual([{ at: 7, ms: 5000 }]);
    expect(parsed.leftOut).toEqual([{ kind: "columns", count: 1, example: "tags" }]);
    expect(parsed.speakers.map(({ role }) => role)).toEqual(["interviewer", "interviewee"]);
  });

  test("columns are guessed by name in two languages, or by what they hold", () => {
    expect(guessColumns({ columns: ["時刻", "発言者", "発言"], rows: [] })).toMatchObject({
      time: 0,
      speaker: 1,
      text: 2,
    });
    const rows = [
      ["1:02", "A", "It is a long way from here.", "遠い道のりです。とても。"],
      ["1:05", "B", "Is that so, and you have to walk?", "そうですか。歩くのですか。"],
      ["1:09", "A", "You have to, yes.", "ええ、そうです。"],
      ["1:12", "B", "Well.", "なるほど。"],
    ];
    expect(guessColumns({ columns: ["A", "B", "C", "D"], rows })).toEqual({
      time: 0,
      speaker: 1,
      text: 2,
      end: null,
      other: 3,
    });
  });

  test("columns that the person chose, and a name that they refuse", () => {
    const columns = { text: 3, speaker: 1, time: null, end: null, other: null };
    const parsed = parseReading(table, { ...NO_CHOICES, columns, refuse: ["RA", "Ron Akin"] });
    expect(said(parsed)).toEqual([
      [null, "childhood"],
      [null, "war"],
    ]);
  });

  test("a table without words says so", () => {
    const parsed = parseReading({ kind: "table", columns: ["a"], rows: [] });
    expect(parsed).toMatchObject({ text: "", turns: [], warnings: [{ code: "no_text_column" }] });
  });
});

import { describe, expect, test } from "vitest";
import { NO_CHOICES, parseText } from "@/lib/domain/transcript";
import { cast, fixture, said } from "./fixture";

describe("labels before a colon", () => {
  const parsed = parseText(fixture("labels.txt"));

  test("joins the spellings of one role, and keeps false labels, addresses and times as words", () => {
    expect(cast(parsed)).toEqual([
      ["Interviewer 1 interviewer 3", "Interviewer1", "interviewr"],
      ["Participant interviewee 3"],
    ]);
    expect(said(parsed)).toEqual([
      [null, "Interview at the harbour office, second floor"],
      ["Interviewer 1", "Good morning. May I record this?"],
      ["Participant", "Yes, of course. So that was dct: a thing we tried once.\nIt ran for two years."],
      ["Interviewer 1", "Thank you. When did you start?"],
      ["Participant", "At 10:30, see https://example.org/a: it is all there.\nBox plot: we never made one."],
      ["Interviewer 1", "And then?"],
      ["Participant", "Then we stopped. (unintelligible)"],
    ]);
  });

  test("offers what was used once, and takes the person's word for it", () => {
    expect(parsed.candidates.map(({ label }) => label)).toEqual(["Box plot"]);
    const accepted = parseText(fixture("labels.txt"), { ...NO_CHOICES, accept: ["box plot"] });
    expect(accepted.speakers.map(({ label }) => label)).toContain("Box plot");
  });

  test("keeps the text as it is, labels and all", () => {
    expect(parsed.text).toBe(fixture("labels.txt"));
    expect(parsed.turns[1]).toMatchObject({ start: 47, bodyStart: 62 });
  });

  test("obeys the person: refuse, keep apart, join, change a role", () => {
    const text = fixture("labels.txt");
    const refused = parseText(text, { ...NO_CHOICES, refuse: ["PARTICIPANT"] });
    expect(refused.speakers.map(({ label }) => label)).toEqual(["Interviewer 1"]);
    const apart = parseText(text, { ...NO_CHOICES, apart: ["interviewr"] });
    expect(cast(apart)).toContainEqual(["interviewr interviewer 1"]);
    const joined = parseText(text, {
      ...NO_CHOICES,
      join: [{ label: "Participant", into: "Interviewer 1" }],
    });
    expect(joined.speakers).toHaveLength(1);
    const role = parseText(text, { ...NO_CHOICES, roles: [{ label: "Participant", role: "other" }] });
    expect(role.speakers[1]?.role).toBe("other");
  });

  test("joining labels in a circle ends", () => {
    const join = [
      { label: "Participant", into: "Interviewer 1" },
      { label: "Interviewer 1", into: "Participant" },
    ];
    expect(parseText(fixture("labels.txt"), { ...NO_CHOICES, join }).speakers).toHaveLength(1);
  });

  test.each([
    ["a no-break space", "A B\u00a0: one\nC D\u00a0: two\nA B\u00a0: three\nC D\u00a0: four"],
    [
      "a narrow no-break space and a wide colon",
      "A B\u202f：one\nC D\u202f：two\nA B\u202f：three\nC D\u202f：four",
    ],
    [
      "times in brackets before",
      "[00:01] A B: one\n[00:02] C D: two\n[00:03] A B: three\n[01:00:04] C D: four",
    ],
    [
      "times in brackets after",
      "A B: [00:01] one\nC D: [00.02] two\nA B: (00:03) three\nC D: #01:00:04.0# four",
    ],
    [
      "times between label and colon",
      "A B [00:01]: one\nC D [00:02]: two\nA B [00:03]: three\nC D [01:00:04]: four",
    ],
    ["an at sign", "@A\u3000one\n@C\u3000two\n@A\u3000three\n@C\u3000four"],
    ["brackets", "[id1] one\n[id2] two\n[id1] three\n[id2] four\n[inaudible]"],
    ["lenticular brackets", "【A B】one\n【C D】two\n【A B】three\n【C D】four"],
    ["bold", "**A B**: one\n**C D:** two\n__A B__: three\n**C D**: four"],
    ["labels alone", "interviewee\none\ninterviewer\ntwo\ninterviewee\nthree\ninterviewer\nfour"],
    ["labels alone with a colon", "A B:\none\nC D:\ntwo\nA B:\nthree\nC D:\nfour"],
  ])("reads %s", (_, text) => {
    const parsed = parseText(text);
    const [first, second] = parsed.speakers.map(({ label }) => label);
    expect(parsed.speakers).toHaveLength(2);
    expect(said(parsed).map(([speaker]) => speaker)).toEqual([first, second, first, second]);
    expect(said(parsed).map(([, words]) => words?.split("\n")[0])).toEqual(["one", "two", "three", "four"]);
  });

  test("times are the turns'", () => {
    const text = "[00:01] A B: one\n[00.02] C D: two\n#00:00:03.5# A B: three\nC D: [01:00:04] four";
    expect(parseText(text).turns.map(({ atMs }) => atMs)).toEqual([1000, 2000, 3500, 3_604_000]);
  });

  test("a time alone begins a new turn of the same speaker, or of nobody", () => {
    const parsed = parseText("00:00:06 Hello, and welcome\n00:01:06 On we go\nAt 10:30 we left");
    expect(parsed.turns.map(({ speaker, atMs }) => [speaker, atMs])).toEqual([
      [null, 6000],
      [null, 66_000],
    ]);
  });

  test("stage directions are no speakers", () => {
    const parsed = parseText("[laughs] one\n[laughs] two\n[00:12] three\n[link](https://example.org) four");
    expect(parsed.speakers).toEqual([]);
    expect(parsed.warnings.map(({ code }) => code)).toContain("no_speakers");
  });

  test("two numbered interviewers stay two, and a misspelling that could be either stays apart", () => {
    const text = "Interviewer 1: a\nInterviewer 2: b\nP1: c\ninterviewr: d";
    expect(cast(parseText(text)).map(([speaker]) => speaker)).toEqual([
      "Interviewer 1 interviewer 1",
      "Interviewer 2 interviewer 1",
      "P1 interviewee 1",
      "interviewr interviewer 1",
    ]);
  });

  test("plain paragraphs go to the other speaker if the person says so", () => {
    const text = "MODERATOR: Could you start?\n\nWell, gladly.\nIndeed.\n\nMODERATOR: Thanks.";
    expect(said(parseText(text))[0]?.[1]).toContain("gladly");
    const other = parseText(text, { ...NO_CHOICES, unlabelled: "Guest" });
    expect(said(other)).toEqual([
      ["MODERATOR", "Could you start?"],
      ["Guest", "Well, gladly.\nIndeed."],
      ["MODERATOR", "Thanks."],
    ]);
    expect(other.speakers.map(({ role }) => role)).toEqual(["interviewer", "interviewee"]);
  });
});

describe("Japanese", () => {
  test("minutes: marks, continuations, one use each, and a colon that belongs to the speech", () => {
    const parsed = parseText(fixture("council.txt"));
    expect(cast(parsed).map(([speaker]) => speaker)).toEqual([
      "港野部会長 interviewee 2",
      "浜口（清）委員 interviewee 1",
      "浜口（勝）委員（遅れて出席） interviewee 1",
      "委員長（川瀬五郎君） interviewee 1",
    ]);
    expect(said(parsed)[0]?.[1]).toBe("皆様、おはようございます。\n　本日の議題は二つです。");
    expect(said(parsed)[1]?.[1]).toBe("資料１：こちらをご覧ください。");
    expect(parsed.language).toBe("ja");
  });

  test.each(["○", "〇", "◆", "◎"])("the mark %s", (mark) => {
    const parsed = parseText(`${mark}聞き手　はい？\n${mark}森　いいえ。`);
    expect(said(parsed)).toEqual([
      ["聞き手", "はい？"],
      ["森", "いいえ。"],
    ]);
  });

  test("a dash opens the interviewer's question, and what has no label answers", () => {
    const parsed = parseText(fixture("magazine.txt"));
    expect(said(parsed)).toEqual([
      ["――", "いつから漁を始めましたか。"],
      ["回答者", "十二のときです。父の船でした。"],
      ["――", "怖くはなかった？"],
      ["回答者", "いいえ。\n　海は広かった。"],
    ]);
    expect(parsed.speakers.map(({ role }) => role)).toEqual(["interviewer", "interviewee"]);
  });

  test("answers that all begin with a wide blank are answers, too", () => {
    const parsed = parseText(
      "――いつからですか。\n　十二のときです。\n　父の船でした。\n\n――怖くは？\n　いいえ。",
    );
    expect(said(parsed).map(([speaker]) => speaker)).toEqual(["――", "回答者", "――", "回答者"]);
    expect(parsed.speakers.map(({ role }) => role)).toEqual(["interviewer", "interviewee"]);
  });

  test("a dash beside names with a wide space", () => {
    const parsed = parseText("――いつですか。\n村上　昔です。\n――なぜ？\n村上　さあ。");
    expect(cast(parsed)).toEqual([["―― interviewer 2"], ["村上 interviewee 2"]]);
  });

  test("interviewers by their words", () => {
    const parsed = parseText("インタビュアー：どうですか？\n森：はい。\nインタビュアー：なぜ？\n森：さあ。");
    expect(cast(parsed)).toEqual([["インタビュアー interviewer 2"], ["森 interviewee 2"]]);
  });
});

describe("Markdown and services", () => {
  test("bold labels with times, escaped brackets, paragraphs that go on, front matter", () => {
    const parsed = parseText(fixture("podcast.md"));
    expect(parsed.turns.filter(({ speaker }) => speaker).map(({ speaker, atMs }) => [speaker, atMs])).toEqual(
      [
        ["Mio", 0],
        ["Ren", 7000],
        ["Mio", 3_723_000],
      ],
    );
    expect(said(parsed)[1]?.[1]).toBe("I am Ren.\n\nAnd I fish.");
    expect(parsed.leftOut).toEqual([{ kind: "front_matter", count: 4, at: 0, example: "---" }]);
    expect(parsed.speakers.map(({ label }) => label)).toEqual(["Mio", "Ren"]);
  });

  test("two blanks and a time: the keywords and the colophon are no speech", () => {
    const parsed = parseText(fixture("otter.txt"));
    expect(said(parsed)).toEqual([
      ["Sara M", "Hello, and welcome."],
      ["Guest 2", "Thank you.\nIt is cold."],
    ]);
    expect(parsed.leftOut).toEqual([
      { kind: "keywords", count: 4, at: 0, example: "SUMMARY KEYWORDS" },
      {
        kind: "colophon",
        count: 1,
        at: parsed.text.indexOf("Transcribed"),
        example: "Transcribed by https://otter.ai",
      },
    ]);
  });
});

describe("hostile text", () => {
  test("control characters are dropped and said, halves of characters replaced", () => {
    const parsed = parseText("A B: o\u0000n\u001be\nC D: t\ud800wo\u000bx\nA B: 1\nC D: 2");
    expect(parsed.text).toBe("A B: one\nC D: t\ufffdwo\nx\nA B: 1\nC D: 2");
    expect(parsed.warnings).toEqual([
      { code: "controls_dropped", count: 3, example: "U+0000, U+001B, U+000B" },
      { code: "surrogates_replaced", count: 1 },
    ]);
  });

  test("CRLF, a byte order mark, right-to-left and combining text", () => {
    const parsed = parseText("\ufeffמראיין: שלום?\r\nמשתתף: כן e\u0301.\r\nמראיין: ומה עוד?\r\nמשתתף: די.");
    expect(parsed.text).not.toContain("\r");
    expect(said(parsed)[1]).toEqual(["משתתף", "כן e\u0301."]);
    expect(parsed.speakers[1]?.characters).toBe(8);
    expect(parsed.language).toBe("he");
  });

  test("a name of 10,000 characters is no label", () => {
    const name = "x".repeat(10_000);
    expect(parseText(`${name}: one\n${name}: two`).speakers).toEqual([]);
  });

  test("a line of a megabyte is read, as no name can be so long", () => {
    const parsed = parseText(`A B: ${"a: [00:01] **b** ".repeat(70_000)}\nC D: x\nA B: y\nC D: z`);
    expect(parsed.speakers).toHaveLength(2);
  });

  test("empty and blank texts have no turns", () => {
    for (const text of ["", "\n\n", " \u3000\n"]) expect(parseText(text).turns).toEqual([]);
  });
});

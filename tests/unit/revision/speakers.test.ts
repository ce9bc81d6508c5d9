import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calledAs, difference, sameSpeakers } from "@/lib/domain/revision";
import { type Draft, draftFault } from "@/lib/domain/transcript";

type Line = readonly [speaker: string | null, words: string];

/** A text of labelled lines, with its turns. */
function talk(lines: readonly Line[]) {
  let text = "";
  const turns = lines.map(([speaker, words]) => {
    const start = text.length;
    text += speaker === null ? "" : `${speaker}: `;
    const bodyStart = text.length;
    text += `${words}\n`;
    return { start, bodyStart, end: text.length, speaker };
  });
  const labels = [...new Set(lines.flatMap(([speaker]) => speaker ?? []))];
  return { text, turns, speakers: labels.map((label) => ({ label })) };
}

const OLD = talk([
  ["聞き手", "お住まいの町で、安全とは何だと思いますか。"],
  ["森", "夜に一人で歩いて帰れることだと思います。👵🏽 街灯が増えました。"],
  ["聞き手", "それは誰にとっての安全ですか。"],
  ["森", "子どもと年寄りです。e\u0301galite\u0301 حرية"],
]);

const same = (lines: readonly Line[], from = OLD) => {
  const to = talk(lines);
  return sameSpeakers(from, to, difference(from.text, to.text));
};

describe("who of another transcription is who of this one", () => {
  test("is told by the words where the labels are others", () => {
    const lines: Line[] = [
      ["話者1", "お住まいの町で、安全とはなんだと思いますか？"],
      ["話者2", "えーと、夜に一人で歩いて帰れることだと思います。👵🏽 街灯がふえました。"],
      ["話者1", "それはだれにとっての安全ですか？"],
      ["話者2", "子どもとお年寄りです。e\u0301galite\u0301 حرية"],
    ];
    expect(same(lines)).toEqual([
      { label: "話者1", into: "聞き手" },
      { label: "話者2", into: "森" },
    ]);
  });

  test("is told by the label before the words, however it is spelled", () => {
    const lines: Line[] = [["〔森〕", "お住まいの町で、安全とは何だと思いますか。"]];
    expect(same(lines)).toEqual([{ label: "〔森〕", into: "森" }]);
    expect(same([["森", "お住まいの町で、安全とは何だと思いますか。"]])).toEqual([]);
  });

  test("is left open where the words are nobody's, half another's, or a few by chance", () => {
    expect(same([["A", "Boats, mostly, and ropes."]])).toEqual([]);
    expect(same([["A", "年寄りです"]])).toEqual([]);
    const from = talk([
      ["Q", "abcdefghijklmnop"],
      ["A", "ABCDEFGHIJKLMNOP"],
    ]);
    expect(same([["X", "abcdefghijklmnop\nABCDEFGHIJKLMNOP"]], from)).toEqual([]);
    const unnamed = talk([[null, "abcdefghijklmnop"]]);
    expect(same([["X", "abcdefghijklmnop"]], unnamed)).toEqual([]);
  });

  test("law: under whatever new labels, the same words are the same people's", () => {
    const words = fc.string({ unit: "grapheme", minLength: 13, maxLength: 60 });
    const line = fc.tuple(fc.constantFrom("Q", "A", "B"), words);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const from = talk(lines);
        // Labels stand beside the text here, so the texts are the same to the letter.
        const turns = from.turns.map((turn) => ({ ...turn, speaker: `new ${turn.speaker}` }));
        const speakers = from.speakers.map(({ label }) => ({ label: `new ${label}` }));
        expect(sameSpeakers(from, { turns, speakers }, [])).toEqual(
          from.speakers.map(({ label }) => ({ label: `new ${label}`, into: label })),
        );
      }),
    );
  });
});

describe("a draft under other labels", () => {
  const draft: Draft = {
    text: "abc",
    turns: [0, 1, 2].map((speaker) => ({
      ...{ start: speaker, bodyStart: speaker, end: speaker + 1, speaker, atMs: null, align: null },
    })),
    points: [],
    passages: [],
    speakers: [
      { label: "Speaker 1", aliases: [], role: "interviewer", intervieweeId: null },
      { label: "Speaker 2", aliases: ["S2"], role: "interviewee", intervieweeId: null },
      { label: "Mori", aliases: [], role: "interviewee", intervieweeId: "mori" },
    ],
  };

  test("makes one speaker of those who come to have one label", () => {
    const called = calledAs(draft, [{ label: "SPEAKER 2", into: "Mori" }]);
    expect(called.speakers).toEqual([
      { label: "Speaker 1", aliases: [], role: "interviewer", intervieweeId: null },
      { label: "Mori", aliases: ["S2", "Speaker 2"], role: "interviewee", intervieweeId: "mori" },
    ]);
    expect(called.turns.map(({ speaker }) => speaker)).toEqual([0, 1, 1]);
    expect(draftFault(called)).toBeNull();
  });

  test("can exchange labels, and stays as it is where somebody is new", () => {
    const exchanged = calledAs(draft, [
      { label: "Speaker 1", into: "Mori" },
      { label: "Mori", into: "Speaker 1" },
    ]);
    expect(exchanged.speakers.map(({ label }) => label)).toEqual(["Mori", "Speaker 2", "Speaker 1"]);
    expect(calledAs(draft, [{ label: "Mori", into: "Mori" }]).speakers).toEqual(draft.speakers);
    expect(calledAs(draft, [])).toBe(draft);
  });
});

import { describe, expect, test } from "vitest";
import { parseReading, parseText, splitLanguages } from "@/lib/domain/transcript";
import { said } from "./fixture";

const split = (text: string) => splitLanguages(parseText(text));

describe("one file in two languages", () => {
  test("paragraph by paragraph", () => {
    const both = split(
      "Interviewer: [00:01] When did you begin?\nいつ始めましたか。\nParticipant: In spring, with [00:09] my father.\n春に、父と。1950\nInterviewer: And then?\nそれから？\nParticipant: We left.\n去りました。",
    );
    expect(both?.map(({ language }) => language)).toEqual(["en", "ja"]);
    expect(both && said(both[0])).toEqual([
      ["Interviewer", "When did you begin?"],
      ["Participant", "In spring, with [00:09] my father."],
      ["Interviewer", "And then?"],
      ["Participant", "We left."],
    ]);
    expect(both && said(both[1])).toEqual([
      ["Interviewer", "いつ始めましたか。"],
      ["Participant", "春に、父と。1950"],
      ["Interviewer", "それから？"],
      ["Participant", "去りました。"],
    ]);
    expect(both?.[0].text).toContain("Interviewer: [00:01] When");
    expect(both?.[0].points).toEqual([
      { at: both?.[0].text.indexOf("When"), ms: 1000 },
      { at: both?.[0].text.indexOf("my"), ms: 9000 },
    ]);
    expect(both?.[1].speakers.map(({ role }) => role)).toEqual(["interviewer", "interviewee"]);
  });

  test("turn by turn under labels of their own, and one after the other", () => {
    const [en, ja] = ["Interviewer: Why?\nParticipant: The tide.\n", "聞き手：なぜ？\n回答者：潮です。\n"];
    const four = (a: string, b: string) => split(a + b + a + b);
    for (const both of [four(en, ja), split(en + en + ja + ja)]) {
      expect(both?.map(({ turns }) => turns.length)).toEqual([4, 4]);
      expect(both?.[1].speakers.map(({ label, role }) => [label, role])).toEqual([
        ["聞き手", "interviewer"],
        ["回答者", "interviewee"],
      ]);
    }
  });

  test("two columns of a table, in one script too", () => {
    const rows = [
      ["Q", "When did you begin with this?", "Quand est-ce que vous avez commencé, et pour qui ?"],
      ["A", "That was in the spring, and we were two.", "Au printemps, nous étions deux dans les champs."],
      ["Q", "And the others, were they with you?", "Et les autres, qui est venu avec vous ?"],
      ["A", "They were not.", "Il n'y avait pas les autres."],
    ];
    const parsed = parseReading({ kind: "table", columns: ["speaker", "text", "translation"], rows });
    const both = splitLanguages(parsed);
    expect(both?.map(({ language }) => language)).toEqual(["en", "fr"]);
    expect(both?.map(({ turns }) => turns.length)).toEqual([4, 4]);
  });

  test.each([
    ["one language", "Q: When?\nA: Then.\nQ: Why?\nA: So."],
    ["questions in both", "Q: When? / いつ？\nA: 昔です。\nQ: Why? / なぜ？\nA: さあ。"],
    [
      "an interviewee who answers in the other",
      "Q: いつですか。\nA: Then.\nQ: なぜ。\nA: So.\nQ: どう。\nA: Well.",
    ],
    ["nothing", ""],
  ])("not %s", (_, text) => {
    expect(split(text)).toBeNull();
  });
});

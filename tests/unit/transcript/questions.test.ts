import { describe, expect, test } from "vitest";
import {
  guideFromQuestions,
  hintsFromPair,
  keptApart,
  matchQuestions,
  parseText,
  passagesThroughPair,
  questionStates,
} from "@/lib/domain/transcript";
import { fixture } from "./fixture";

const GUIDE = [
  {
    id: "a",
    key: "i.1",
    text: "What does human security mean to you? / あなたにとって人間の安全保障とは何ですか？",
  },
  { id: "b", key: "3.a", text: "Which risks do you see in the region?" },
  { id: "c", key: "4", text: "Who should act first, and how?" },
];

const asked = (...questions: string[]) => {
  const text = questions.map((question) => `Interviewer: ${question}\nParticipant: An answer.`).join("\n");
  return matchQuestions(parseText(text), GUIDE).map(({ questionId }) => questionId);
};

describe("questions of the guide", () => {
  test("by their key", () => {
    expect(asked("i.1 Well?", "3.a Please go on.", "Q4 And now?")).toEqual(["a", "b", "c"]);
    expect(asked("[3.a] Please go on.", "4. And now?")).toEqual(["b", "c"]);
  });

  test("a number in a sentence is no key", () => {
    expect(asked("4 years ago you left?", "i.10 Well?")).toEqual([]);
  });

  test("by their wording within a turn, in either language", () => {
    expect(asked("Thank you. So: which risks do you see in the region?")).toEqual(["b"]);
    expect(asked("では、あなたにとって、人間の安全保障とは何ですか。")).toEqual(["a"]);
  });

  test("by a wording close to it, but not by any other question", () => {
    expect(asked("Good. Which risks do you see here in the region today?")).toEqual(["b"]);
    expect(asked("Would you like some tea before we begin?", "Which boat do you own?")).toEqual([]);
  });

  test("a passage goes on to the next question, and says whether it was answered", () => {
    const text = [
      "Interviewer: Hello?",
      "Participant: Hello.",
      "Interviewer: Which risks do you see in the region?",
      "Interviewer: Who should act first, and how?",
      "Participant: We should.",
      "Interviewer: Really?",
      "Participant: Yes.",
    ].join("\n");
    const [unanswered, answered, ...rest] = matchQuestions(parseText(text), GUIDE);
    expect(rest).toEqual([]);
    expect(unanswered).toMatchObject({ questionId: "b", answered: false });
    expect(answered).toMatchObject({ questionId: "c", answered: true, end: text.length });
    expect(text.slice(unanswered?.start, unanswered?.end)).toBe(
      "Interviewer: Which risks do you see in the region?",
    );
  });

  test("an interviewee who repeats a question does not ask it", () => {
    const parsed = parseText("Interviewer: Hm?\nParticipant: Which risks do you see in the region? Many.");
    expect(matchQuestions(parsed, GUIDE)).toEqual([]);
  });
});

describe("a guide from questions", () => {
  test("lists each once, follow-ups within their question, in the order of the talk", () => {
    const first = parseText(fixture("written.txt"));
    const second = parseText(
      "聞き手：いつ始めましたか？\nren：昨日。\n聞き手：What do you do now?\nren：Nothing.\n聞き手：猫と犬のどちらが好きですか\nren：猫",
    );
    expect(guideFromQuestions([first, second])).toEqual([
      {
        key: "1",
        text: "When did you start? / いつ始めましたか？",
        followUp: false,
        transcripts: 2,
        unsure: null,
      },
      { key: "2", text: "What do you do now?", followUp: false, transcripts: 1, unsure: null },
      {
        key: "2.1",
        text: "Who taught you? / 誰に教わりましたか？",
        followUp: true,
        transcripts: 1,
        unsure: null,
      },
      {
        key: "3",
        text: "Do you like cats or dogs? / 猫と犬のどちらが好きですか？",
        followUp: false,
        transcripts: 2,
        unsure: null,
      },
    ]);
  });

  test("each question once for a batch in two languages: by its number, else by its place in guides alike", () => {
    const of = (...questions: string[]) =>
      parseText(questions.map((words) => `Interviewer: ${words}\nParticipant: …\n`).join(""));
    const texts = (...transcripts: ReturnType<typeof of>[]) =>
      guideFromQuestions(transcripts).map(({ key, text, transcripts: count }) => [key, text, count]);
    expect(
      texts(
        of("3.a When did you begin with this?", "3.b Who was there with you?"),
        of("3.a いつ始めましたか？", "3.c なぜですか？", "3.b だれがいましたか？"),
      ),
    ).toEqual([
      ["3.a", "When did you begin with this? / いつ始めましたか？", 2],
      ["3.c", "なぜですか？", 1],
      ["3.b", "Who was there with you? / だれがいましたか？", 2],
    ]);
    const english = of("When did you begin with this?", "(follow-up) Who was there with you?");
    const german = of("Wann haben Sie damit angefangen?", "(follow-up) Wer war mit Ihnen da?");
    expect(texts(english, german, english)).toEqual([
      ["1", "When did you begin with this? / Wann haben Sie damit angefangen?", 3],
      ["1.1", "Who was there with you? / Wer war mit Ihnen da?", 3],
    ]);
    // By their place alone: a person is asked, who may keep each language's to itself.
    const found = guideFromQuestions([english, german, english]);
    expect(found.map(({ unsure }) => unsure?.map(({ transcripts }) => transcripts))).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(
      keptApart(found).map(({ key, text, transcripts, unsure }) => [key, text, transcripts, unsure]),
    ).toEqual([
      ["1", "When did you begin with this?", 2, null],
      ["1.1", "Who was there with you?", 2, null],
      ["2", "Wann haben Sie damit angefangen?", 1, null],
      ["2.1", "Wer war mit Ihnen da?", 1, null],
    ]);
    expect(keptApart(guideFromQuestions([english]))).toEqual(guideFromQuestions([english]));
    // One that was asked in one language alone leaves nothing to go by.
    expect(texts(english, of("Wann haben Sie damit angefangen?"))).toHaveLength(3);
  });

  test("what it found is found again", () => {
    const parsed = parseText(fixture("written.txt"));
    const guide = guideFromQuestions([parsed]).map((question) => ({ ...question, id: question.key }));
    expect(matchQuestions(parsed, guide).map(({ questionId }) => questionId)).toEqual(
      guide.map(({ id }) => id),
    );
  });
});

describe("the guide in the transcript", () => {
  const text = `Interviewer: Let us begin.
3.a Please explain which risks you see.
Participant: Storms. In 3.5 years there were two.
3.b Who carries them?
Participant: We do.`;

  test("its lines are nobody's, and their numbers are the guide's", () => {
    const parsed = parseText(text);
    expect(parsed.turns.map(({ speaker }) => speaker)).toEqual([
      "Interviewer",
      null,
      "Participant",
      null,
      "Participant",
    ]);
    const guide = [
      { id: "a", key: "3.a", text: "Something worded differently altogether" },
      { id: "b", key: "3.b", text: "Something else" },
    ];
    expect(matchQuestions(parsed, guide)).toMatchObject([
      { questionId: "a", answered: true },
      { questionId: "b", answered: true },
    ]);
    expect(guideFromQuestions([parsed]).map(({ key, text: words }) => [key, words])).toEqual([
      ["3.a", "Please explain which risks you see."],
      ["3.b", "Who carries them?"],
    ]);
  });

  test("a single line with such a number is what somebody says", () => {
    expect(parseText("A B: see\n3.a The plan\nC D: no\nA B: x\nC D: y").turns).toHaveLength(4);
  });
});

describe("through the pair", () => {
  test("a question that only the other language words as the guide does is found", () => {
    const parsed = parseText("聞き手：どうですか。\n森：海です。\n聞き手：ほかには。\n森：ない。");
    const own = parsed.turns.map((_, index) => ({ align: index }));
    const other = [0, 1, 2, 3].map((index) => ({ start: index * 10, end: index * 10 + 9, align: index }));
    const hints = hintsFromPair(own, other, [{ questionId: "two", start: 20 }]);
    expect([...hints]).toEqual([[2, "two"]]);
    const guide = [{ id: "two", key: "2", text: "What else do you fear?" }];
    expect(matchQuestions(parsed, guide, hints)).toEqual([
      { questionId: "two", start: parsed.turns[2]?.start, end: parsed.turns[3]?.end, answered: true },
    ]);
    expect(matchQuestions(parsed, guide, new Map([[2, "of another study"]]))).toEqual([]);
  });
});

describe("passages through the pair", () => {
  const turn = (index: number, role: "interviewer" | "interviewee") => ({
    start: index * 10,
    bodyStart: index * 10,
    end: index * 10 + 9,
    role,
  });
  const talk = [0, 1, 2, 3, 4, 5].map((index) => turn(index, index % 2 ? "interviewee" : "interviewer"));
  const one = { questionId: "one", start: 0, end: 59, status: "answered" as const };

  test("a question only the other side was seen to ask takes its place in the passage before it", () => {
    expect(passagesThroughPair(talk, [one], new Map([[2, "two"]]))).toEqual([
      { ...one, end: 19 },
      { questionId: "two", start: 20, end: 59, status: "answered" },
    ]);
    expect(
      passagesThroughPair(
        talk,
        [],
        new Map([
          [4, "b"],
          [2, "a"],
        ]),
      ),
    ).toEqual([
      { questionId: "a", start: 20, end: 39, status: "answered" },
      { questionId: "b", start: 40, end: 59, status: "answered" },
    ]);
  });

  test("what is left of the passage before may be a question without its answer", () => {
    expect(passagesThroughPair(talk, [one], new Map([[1, "two"]]))[0]).toEqual({
      ...one,
      end: 9,
      status: "unanswered",
    });
  });

  test("what this side asks stays as it is", () => {
    const two = { questionId: "two", start: 20, end: 59, status: "answered" as const };
    const own = [{ ...one, end: 19 }, two];
    expect(
      passagesThroughPair(
        talk,
        own,
        new Map([
          [2, "three"],
          [4, "one"],
          [9, "four"],
        ]),
      ),
    ).toEqual(own);
  });
});

test("each question ends in one of three states, and an answer in either passage is one", () => {
  const passages = [
    { questionId: "a", status: "unanswered" as const },
    { questionId: "b", status: "answered" as const },
    { questionId: "b", status: "unanswered" as const },
    { questionId: "gone", status: "answered" as const },
  ];
  expect([...questionStates([{ id: "a" }, { id: "b" }, { id: "c" }], passages)]).toEqual([
    ["a", "asked_unanswered"],
    ["b", "answered"],
    ["c", "not_asked"],
  ]);
});

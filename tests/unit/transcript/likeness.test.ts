import fc from "fast-check";
import { expect, test } from "vitest";
import { matchQuestions } from "@/lib/domain/transcript";
import { foldWords, likeness, wordings } from "@/lib/domain/transcript/questions";

const word = fc.constantFrom("safe", "river", "who", "acts", "安全", "何か", "first", "港🍊", "e\u0301");
const sentence = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(" "));

test("a turn asks the question whose wording is most like a sentence of it, the first of several", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 4 }),
      fc.array(sentence, { minLength: 1, maxLength: 3 }),
      (questions, said) => {
        const guide = questions.map(([one, other], index) => ({
          id: `${index}`,
          key: "",
          text: `${one} / ${other}`,
        }));
        const speech = `${said.join(". ")}?`;
        const turn = { start: 0, bodyStart: 0, end: speech.length, speaker: "Q", atMs: null };
        const speaker = { label: "Q", aliases: [], role: "interviewer" as const, turns: 1, characters: 1 };
        const found = matchQuestions({ text: speech, turns: [turn], speakers: [speaker] }, guide);
        const heard = [speech, ...said].map(foldWords).filter(({ length }) => length >= 6);
        const whole = foldWords(speech);
        const known = guide.flatMap(({ id, text }) => wordings(text).map((wording) => ({ id, wording })));
        // What is said word for word goes before what is only like it, the longest first.
        const scores = known.map(({ wording }) =>
          whole.includes(wording)
            ? 1 + wording.length
            : Math.max(0, ...heard.map((words) => likeness(words, wording))),
        );
        const best = Math.max(0, ...scores);
        const expected = best >= 0.72 ? [known[scores.indexOf(best)]?.id] : [];
        expect(found.map(({ questionId }) => questionId)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editPassages } from "@/components/imports/model/passages";
import { matchQuestions, parseText } from "@/lib/domain/transcript";

const TALK = `Interviewer: What does safety mean?
Anna: A quiet harbour.
Interviewer: Who keeps it?
Interviewer: And why?
Anna: We do, 🌊.
Interviewer: Thank you.
`;
const GUIDE = [
  { id: "one", key: "1", text: "What does safety mean?" },
  { id: "two", key: "2", text: "Who keeps it?" },
  { id: "three", key: "3", text: "And why?" },
];
const parsed = parseText(TALK);
const matched = matchQuestions(parsed, GUIDE);
const starts = parsed.turns.map(({ start }) => start);
const seen = (passages: ReturnType<typeof editPassages>) =>
  passages.map(({ questionId, answered }) => [questionId, answered]);

describe("correcting which questions were asked", () => {
  test("what is matched stays as it is where nothing is corrected", () => {
    expect(seen(matched)).toEqual([
      ["one", true],
      ["two", false],
      ["three", true],
    ]);
    expect(editPassages(parsed, matched, { is: "remove", start: -1 })).toEqual(matched);
  });

  test("taken away, a question leaves its turns and their answer to the one before", () => {
    const [, two] = matched;
    const left = editPassages(parsed, matched, { is: "remove", start: matched[2]?.start ?? 0 });
    expect(seen(left)).toEqual([
      ["one", true],
      ["two", true],
    ]);
    expect(left[1]).toMatchObject({ start: two?.start, end: matched[2]?.end });
  });

  test("what a person says of an answer outlives other corrections", () => {
    const said = editPassages(parsed, matched, {
      is: "answered",
      start: matched[0]?.start ?? 0,
      answered: false,
    });
    const then = editPassages(parsed, said, { is: "set", start: starts[5] ?? 0, questionId: "one" });
    expect(seen(then)).toEqual([
      ["one", false],
      ["two", false],
      ["three", true],
      ["one", false],
    ]);
  });

  test("passages are ascending and disjoint, each begins at a turn, whatever is done", () => {
    const edit = fc.oneof(
      fc.record({
        is: fc.constant("set" as const),
        start: fc.constantFrom(...starts),
        questionId: fc.constantFrom("one", "two", "three"),
      }),
      fc.record({ is: fc.constant("remove" as const), start: fc.constantFrom(...starts) }),
      fc.record({
        is: fc.constant("answered" as const),
        start: fc.constantFrom(...starts),
        answered: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const passages = edits.reduce((all, each) => editPassages(parsed, all, each), matched);
        let last = 0;
        for (const { start, end } of passages) {
          expect(starts).toContain(start);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        const set = new Set(edits.flatMap((each) => (each.is === "remove" ? [] : [each.start])));
        const untouched = matched.filter(({ start }) => !edits.some((each) => each.start === start));
        for (const { start, questionId } of untouched)
          if (!set.has(start))
            expect(passages).toContainEqual(expect.objectContaining({ start, questionId }));
      }),
      { numRuns: 1000 },
    );
  });
});

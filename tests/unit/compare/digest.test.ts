import { describe, expect, test } from "vitest";

import {
  type CountedSource,
  type Digest,
  digest,
  type Filter,
  NOTHING,
  questionFinder,
} from "@/lib/domain/compare";
import { codeId, person, questionId, segment, tree } from "./scenes";

const amount = (segments: number, words: number, characters = 0) => ({ segments, words, characters });

const row = (result: Digest, code: number, who: number | null = 0) =>
  result.rows.find(
    (each) => each.codeId === codeId(code) && each.intervieweeId === (who === null ? null : person(who)),
  );

const turn = (
  start: number,
  end: number,
  who: number | null,
  align: number | null = null,
  bodyStart = start,
) => ({
  start,
  bodyStart,
  end,
  role: who === null ? ("interviewer" as const) : ("interviewee" as const),
  intervieweeId: who === null ? null : person(who),
  align,
});

const passage = (start: number, end: number, question: number) => ({
  start,
  end,
  questionId: questionId(question),
  clusterId: `cluster ${question % 2}`,
  status: "answered" as const,
});

/** A text in which a word begins at every even offset: an interviewer to 10, then person 0 to 30 and person 1 to 40. */
const talk = {
  id: "t",
  language: "en",
  starts: Array.from({ length: 20 }, (_, index) => index * 2),
  turns: [turn(0, 10, null, 0), turn(10, 30, 0, 1, 12), turn(30, 40, 1, 2)],
  passages: [passage(0, 20, 0), passage(20, 40, 1)],
  segments: [segment(14, 20, [1])],
};

const counted = (segments: CountedSource["transcripts"][number]["segments"], filter: Filter = {}) =>
  digest({ transcripts: [{ ...talk, segments }], tree }, filter);

describe("what a digest counts", () => {
  test("a segment with its words, for the code and for every code above it", () => {
    const result = counted([segment(14, 20, [3])]);
    expect(row(result, 3)).toMatchObject({ own: amount(1, 3), tree: amount(1, 3) });
    expect(row(result, 1)).toMatchObject({ own: NOTHING, tree: amount(1, 3) });
    expect(row(result, 0)).toMatchObject({ own: NOTHING, tree: amount(1, 3) });
    expect(result.rows).toHaveLength(3);
    expect(result.occurrences).toEqual([{ codeId: codeId(3), questionId: questionId(0) }]);
  });

  test("a segment with two codes of one branch once for the branch", () => {
    expect(row(counted([segment(14, 20, [1, 2])]), 0)?.tree).toEqual(amount(1, 3));
  });

  test("each segment of two coders, and the words of both once", () => {
    const both = counted([segment(14, 20, [1]), segment(16, 24, [1], { coderId: "second" })]);
    expect(row(both, 1)?.own).toEqual(amount(2, 5));
  });

  test("nothing of the interviewer, nor of the label before the speech", () => {
    expect(counted([segment(0, 10, [1])]).rows).toEqual([]);
    expect(counted([segment(8, 12, [1])]).rows).toEqual([]);
    expect(row(counted([segment(4, 16, [1])]), 1)?.own).toEqual(amount(1, 2));
  });

  test("a segment over two people for each with their part", () => {
    const result = counted([segment(26, 34, [1])]);
    expect([row(result, 1, 0)?.own, row(result, 1, 1)?.own]).toEqual([amount(1, 2), amount(1, 2)]);
  });

  test("a speaker not yet known under nobody's name, and still counts", () => {
    const source = { transcripts: [{ ...talk, turns: [{ ...turn(0, 40, 0), intervieweeId: null }] }], tree };
    expect(row(digest(source), 1, null)?.own).toEqual(amount(1, 3));
  });

  test("how much each person said, and how much of it is coded", () => {
    expect(counted([segment(14, 20, [1]), segment(16, 18, [4]), segment(30, 40, [])]).talk).toEqual([
      { intervieweeId: person(0), spoken: { words: 9, characters: 0 }, coded: amount(2, 3) },
      { intervieweeId: person(1), spoken: { words: 5, characters: 0 }, coded: NOTHING },
    ]);
  });

  test("only the words inside the passages of a filter", () => {
    const over = [segment(16, 24, [1])];
    expect(row(counted(over, { questionIds: [questionId(0)] }), 1)?.own).toEqual(amount(1, 2));
    expect(row(counted(over, { clusterIds: ["cluster 1"] }), 1)?.own).toEqual(amount(1, 2));
    expect(counted(over, { clusterIds: ["cluster 0"], questionIds: [questionId(1)] }).rows).toEqual([]);
    expect(counted(over, { questionIds: [] }).rows).toEqual([]);
  });

  test("only the coders, stances and certainties of a filter", () => {
    const two = [segment(14, 16, [1]), segment(16, 18, [1], { coderId: "second", stance: "organisation" })];
    expect(row(counted(two, { coderIds: ["second"] }), 1)?.own).toEqual(amount(1, 1));
    expect(row(counted(two, { stances: ["personal"] }), 1)?.own).toEqual(amount(1, 1));
    expect(counted(two, { stances: ["personal"], coderIds: ["second"] }).rows).toEqual([]);
    const sure = [segment(14, 16, [1]), segment(16, 18, [1], { certainty: "fairly" })];
    expect(row(counted(sure, { certainties: ["fairly"] }), 1)?.own).toEqual(amount(1, 1));
    expect(row(counted(sure, { certainties: ["certain", "unsaid"] }), 1)?.own).toEqual(amount(1, 1));
    expect(row(counted(sure, { certainties: ["fairly", "unsaid"] }), 1)?.own).toEqual(amount(2, 2));
    expect(counted(sure, { certainties: ["unsure"] }).rows).toEqual([]);
  });

  test("codes that the tree does not know, alone", () => {
    expect(counted([{ ...segment(14, 20, []), codeIds: ["gone"] }]).rows).toMatchObject([
      { codeId: "gone", own: amount(1, 3), tree: amount(1, 3) },
    ]);
  });
});

describe("a pair", () => {
  const japanese = (segments: typeof talk.segments) => ({ ...talk, language: "ja", segments });
  const pair = (english: typeof talk.segments, other: typeof talk.segments) =>
    digest({ transcripts: [{ ...talk, segments: english }, japanese(other)], tree });

  test("coded on both sides counts as the first", () => {
    expect(pair([segment(14, 20, [1])], [segment(14, 28, [1])])).toEqual({
      ...pair([segment(14, 20, [1])], []),
    });
  });

  test("coded on the second side alone counts there, in its own unit", () => {
    expect(row(pair([], [segment(14, 20, [1])]), 1)?.own).toEqual(amount(1, 0, 3));
  });

  test("is settled turn by turn and code by code", () => {
    const result = pair([segment(14, 20, [1])], [segment(26, 34, [1]), segment(14, 20, [2])]);
    expect(row(result, 1, 0)?.own).toEqual(amount(1, 3));
    expect(row(result, 1, 1)?.own).toEqual(amount(1, 0, 2));
    expect(row(result, 2, 0)?.own).toEqual(amount(1, 0, 3));
    expect(row(result, 0, 0)?.tree).toEqual(amount(1, 3));
  });

  test("counts turns that are not aligned on their own", () => {
    const loose = { ...japanese([segment(14, 20, [1])]), turns: [turn(10, 30, 0, null)] };
    expect(row(digest({ transcripts: [talk, loose], tree }), 1)?.own).toEqual(amount(2, 3, 3));
  });
});

describe("questionFinder", () => {
  test("gives the passage of the first counted offset", () => {
    const questionOf = questionFinder(talk);
    expect(questionOf({ start: 0, end: 16 })?.questionId).toBe(questionId(0));
    expect(questionOf({ start: 19, end: 40 })?.questionId).toBe(questionId(0));
    expect(questionOf({ start: 20, end: 22 })?.questionId).toBe(questionId(1));
    expect(questionOf({ start: 0, end: 9 })).toBeNull();
  });

  test("gives the inner of two passages, and looks behind a short one for a long one", () => {
    const questionOf = questionFinder({ ...talk, passages: [passage(0, 40, 0), passage(14, 16, 1)] });
    expect([14, 16, 39].map((start) => questionOf({ start, end: 40 })?.questionId)).toEqual(
      [1, 0, 0].map(questionId),
    );
    const gap = questionFinder({ ...talk, passages: [passage(0, 14, 0), passage(20, 40, 1)] });
    expect(gap({ start: 15, end: 25 })).toBeNull();
  });
});

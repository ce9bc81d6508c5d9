import { describe, expect, test } from "vitest";
import {
  type CountedTurn,
  decodeDigest,
  digest,
  encodeDigest,
  matrix,
  questionFinder,
  share,
} from "@/lib/domain/compare";
import { amount, input, raised } from "./matrix-scenes";
import { codeId, person, questionId, segment, tree } from "./scenes";

const turn = (start: number, end: number, role: CountedTurn["role"], who: number | null): CountedTurn => ({
  start,
  bodyStart: start,
  end,
  role,
  intervieweeId: who === null ? null : person(who),
  align: null,
});

const passage = (start: number, end: number, question: number) => ({
  start,
  end,
  questionId: questionId(question),
  clusterId: `cluster ${question % 2}`,
  status: "answered" as const,
});

/** A text in which a word begins at every even offset. */
const starts = Array.from({ length: 20 }, (_, index) => index * 2);
const counted = (turns: CountedTurn[], start: number, end: number) =>
  digest({
    transcripts: [
      { id: "t", language: "en", starts, turns, passages: [], segments: [segment(start, end, [4])] },
    ],
    tree,
  });

describe("talk at its edges", () => {
  test("is the interviewees' alone: neither an interviewer's nor anybody else's in the room", () => {
    expect(counted([turn(0, 20, "other", null)], 0, 20)).toEqual({ talk: [], rows: [], occurrences: [] });
  });

  test("counts once what two turns share: it is the earlier one's", () => {
    const { talk } = counted(
      [turn(0, 20, "interviewee", 0), turn(4, 8, "interviewee", 1), turn(10, 30, "interviewee", 1)],
      0,
      30,
    );
    expect(talk.map(({ intervieweeId, spoken }) => [intervieweeId, spoken.words])).toEqual([
      [person(0), 10],
      [person(1), 5],
    ]);
  });

  test("belongs to the question under which an interviewee first speaks, not to one before", () => {
    const find = questionFinder({
      turns: [turn(0, 10, "interviewer", null), turn(10, 20, "interviewee", 0)],
      passages: [passage(0, 10, 0), passage(10, 20, 1)],
    });
    expect(find({ start: 4, end: 14 })?.questionId).toBe(questionId(1));
    expect(find({ start: 12, end: 12 })).toBeNull();
  });
});

describe("a matrix at its edges", () => {
  test("holds in its total those who stand in no column, with what they said", () => {
    const interviewees = [
      { id: person(0), number: 1, groupKey: "a" },
      { id: person(1), number: 2, groupKey: null },
    ];
    const { rows, total } = matrix(input({ interviewees, digests: [raised(0, 4), raised(1, 4)] }));
    expect(rows[4]?.total.own).toMatchObject({ n: 2, of: 2, numbers: [1, 2], ...amount(2, 6) });
    expect(total).toMatchObject({ size: 2, codings: 2, spoken: { words: 18 }, coded: amount(2, 6) });
  });

  test("leaves out codes that it has no row for", () => {
    const { columns, total } = matrix(input({ digests: [raised(0, 4, 9)] }));
    expect([columns[0]?.codings, total.codings]).toEqual([1, 1]);
  });
});

test("characters are no share of a length that holds words, too", () => {
  const part = { n: 1, of: 1, numbers: [1], zero: null, ...amount(1, 0, 5) };
  const of = (words: number) => share(part, { name: "spoken_words", whole: { words, characters: 10 } });
  expect([of(0).value, of(8).reason]).toEqual([0.5, "mixed_units"]);
});

describe("bytes at their edges", () => {
  test("tell ids apart that differ in any of their places", () => {
    const ids = ["ffffffff-ffff-4fff-8fff-ffffffffffff", "ffffffff-ffff-4ffe-8fff-ffffffffffff"];
    const given = {
      talk: [],
      rows: [],
      occurrences: ids.map((id) => ({ codeId: id, questionId: codeId(1) })),
    };
    expect(decodeDigest(encodeDigest(given))).toEqual(given);
  });

  test.each([
    ["more ids than bytes", [1, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0, 0, 0], "shorter than it says"],
    ["more numbers than bytes", [1, 0, 0, 0, 0xff, 0xff, 0xff, 0x0f, 0, 0], "shorter than it says"],
    ["a number that has no end", [1, 0, 0, 0, 0, 0, 0x80], "in the middle of a number"],
    [
      "a number of too many bytes",
      [1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0, 0, 0, 0, 0, 0],
      "middle of a number",
    ],
  ])("are refused with the reason: %s", (_, bytes, reason) => {
    expect(() => decodeDigest(Uint8Array.from(bytes))).toThrow(reason);
  });
});

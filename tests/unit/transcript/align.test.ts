import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AlignableTurn,
  alignTurns,
  type Bead,
  beadsOfNumbers,
  joinAbove,
  numbersOfRows,
  type PairRow,
  rowsOfBeads,
  shiftSide,
  splitRow,
  unaligned,
} from "@/lib/domain/transcript";

/** `q12` is an interviewer's turn of length 12. */
const turns = (plan: string): AlignableTurn[] =>
  plan.split(" ").map((each) => ({
    role: each.startsWith("q") ? "interviewer" : "interviewee",
    length: Number(each.slice(1) || 10),
  }));
const shown = (beads: readonly Bead[]) =>
  beads.map(({ first, second }) => `${first.start}-${first.end}:${second.start}-${second.end}`);

describe("turns of two languages", () => {
  test.each([
    ["one to one", "q10 a50 q12 a80", "q6 a30 q7 a50", ["0-1:0-1", "1-2:1-2", "2-3:2-3", "3-4:3-4"]],
    [
      "two answers joined by the translator",
      "q10 a50 a40 q12 a80",
      "q6 a54 q7 a48",
      ["0-1:0-1", "1-3:1-2", "3-4:2-3", "4-5:3-4"],
    ],
    [
      "three joined",
      "q10 a50 a40 a30 q12 a80",
      "q6 a72 q7 a48",
      ["0-1:0-1", "1-4:1-2", "4-5:2-3", "5-6:3-4"],
    ],
    [
      "an answer left out",
      "q10 a50 q9 a30 q40 a20 q12 a200 q14 a90",
      "q6 a30 q24 a12 q7 a120 q8 a54",
      ["0-1:0-1", "1-2:1-2", "4-5:2-3", "5-6:3-4", "6-7:4-5", "7-8:5-6", "8-9:6-7", "9-10:7-8"],
    ],
    [
      "a murmur left out",
      "q10 a50 q1 a50 q10 a30",
      "q10 a100 q10 a30",
      ["0-1:0-1", "1-2:1-2", "4-5:2-3", "5-6:3-4"],
    ],
  ])("%s", (_, first, second, beads) => {
    expect(shown(alignTurns(turns(first), turns(second)))).toEqual(beads);
  });

  test("what two roles say is never put together", () => {
    expect(alignTurns(turns("q a"), turns("a q"))).toHaveLength(1);
    expect(alignTurns(turns("q"), turns("a"))).toEqual([]);
  });

  test("times tell which of equal turns were joined", () => {
    const timed = (...seconds: number[]) =>
      seconds.map((at): AlignableTurn => ({ role: "interviewee", length: 10, atMs: at * 1000 }));
    const all = timed(0, 60, 120, 180);
    expect(shown(alignTurns(all, timed(0, 120, 180)))).toEqual(["0-2:0-1", "2-3:1-2", "3-4:2-3"]);
    expect(shown(alignTurns(all, timed(0, 60, 180)))).toEqual(["0-1:0-1", "1-3:1-2", "3-4:2-3"]);
  });

  test("questions hold their place", () => {
    const asking = (...questions: (string | null)[]) =>
      questions.map((question): AlignableTurn => ({ role: "interviewer", length: 10, question }));
    expect(shown(alignTurns(asking("a", "b", "c"), asking("a", "c")))).toEqual(["0-1:0-1", "2-3:1-2"]);
  });

  test("speakers who went together once go together where either could be meant", () => {
    const say = (speakers: string) =>
      [...speakers].map((speaker): AlignableTurn => ({ role: "interviewee", length: 10, speaker }));
    const beads = shown(alignTurns(say("abababcab"), say("xyxyxyxy")));
    expect(beads).toEqual([
      "0-1:0-1",
      "1-2:1-2",
      "2-3:2-3",
      "3-4:3-4",
      "4-5:4-5",
      "5-6:5-6",
      "7-8:6-7",
      "8-9:7-8",
    ]);
  });

  test("what was numbered by hand stays together", () => {
    const [a, b] = [turns("q a q a"), turns("q a q a")];
    for (const [side, place, number] of [
      [a, 2, 7],
      [b, 0, 7],
      [a, 3, 9],
      [b, 1, 9],
      [b, 2, 9],
    ] as const) {
      const turn = side[place];
      if (turn) turn.align = number;
    }
    expect(shown(alignTurns(a, b)).slice(0, 2)).toEqual(["2-3:0-1", "3-4:1-3"]);
  });

  test("numbers that cross are no anchors", () => {
    expect(shown(beadsOfNumbers([1, 2, null, 3], [2, 1, 3, 3]))).toEqual(["0-1:1-2", "3-4:2-4"]);
  });

  test("two thousand turns a side go along the diagonal", () => {
    const many = Array.from({ length: 2000 }, (_, index) => `${index % 2 ? "a" : "q"}${(index * 37) % 90}`);
    const fewer = many.filter((_, index) => index !== 900 && index !== 901);
    const beads = alignTurns(turns(many.join(" ")), turns(fewer.join(" ")));
    expect(beads).toHaveLength(1998);
  });
});

const side = fc.array(
  fc.record(
    {
      role: fc.constantFrom("interviewer", "interviewee", "other", null),
      speaker: fc.constantFrom("a", "b", null),
      length: fc.nat(200),
      atMs: fc.option(fc.nat(600_000)),
      question: fc.constantFrom("q1", "q2", null),
      align: fc.option(fc.nat(5)),
    },
    { requiredKeys: ["role"] },
  ),
  { maxLength: 12 },
);

describe("laws of alignment", () => {
  test("beads are ascending and disjoint on both sides, and inside them", () => {
    fc.assert(
      fc.property(side, side, (first, second) => {
        let [i, j] = [0, 0];
        for (const bead of alignTurns(first, second)) {
          expect(bead.first.start).toBeGreaterThanOrEqual(i);
          expect(bead.second.start).toBeGreaterThanOrEqual(j);
          expect(bead.first.end).toBeGreaterThan(bead.first.start);
          expect(bead.second.end).toBeGreaterThan(bead.second.start);
          [i, j] = [bead.first.end, bead.second.end];
        }
        expect(i).toBeLessThanOrEqual(first.length);
        expect(j).toBeLessThanOrEqual(second.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("it is the same from either side", () => {
    fc.assert(
      fc.property(side, side, (first, second) => {
        const back = alignTurns(second, first).map((bead) => ({ first: bead.second, second: bead.first }));
        expect(alignTurns(first, second)).toEqual(back);
      }),
      { numRuns: 2000 },
    );
  });

  test("what is alike is aligned one to one", () => {
    fc.assert(
      fc.property(side, (turnsOfOne) => {
        const bare = turnsOfOne.map((turn) => ({ ...turn, align: null }));
        expect(alignTurns(bare, bare)).toEqual(
          bare.map((_, index) => ({
            first: { start: index, end: index + 1 },
            second: { start: index, end: index + 1 },
          })),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

const rows = fc.array(
  fc.record({ first: fc.nat(3), second: fc.nat(3) }).filter(({ first, second }) => first + second > 0),
  { minLength: 1, maxLength: 8 },
);
const totals = (each: readonly PairRow[]) => [
  each.reduce((sum, { first }) => sum + first, 0),
  each.reduce((sum, { second }) => sum + second, 0),
];

describe("rows of a pair", () => {
  const three: PairRow[] = [
    { first: 1, second: 1 },
    { first: 2, second: 1 },
    { first: 0, second: 1 },
  ];

  test("are joined, split and shifted", () => {
    expect(joinAbove(three, 2)).toEqual([three[0], { first: 2, second: 2 }]);
    expect(joinAbove(three, 0)).toEqual(three);
    expect(splitRow(three, 1)).toEqual([
      three[0],
      { first: 1, second: 1 },
      { first: 1, second: 0 },
      three[2],
    ]);
    expect(splitRow(three, 0).slice(0, 2)).toEqual([
      { first: 1, second: 0 },
      { first: 0, second: 1 },
    ]);
    expect(splitRow(three, 2)).toEqual(three);
    expect(shiftSide(three, 0, "second", 1)).toEqual([
      { first: 1, second: 0 },
      { first: 2, second: 1 },
      { first: 0, second: 1 },
      { first: 0, second: 1 },
    ]);
    expect(shiftSide(three, 1, "first", 1)).toEqual([
      three[0],
      { first: 0, second: 1 },
      { first: 2, second: 1 },
    ]);
    expect(shiftSide(three, 1, "second", -1)).toEqual([
      { first: 1, second: 2 },
      { first: 2, second: 1 },
    ]);
    expect(unaligned(three)).toBe(1);
  });

  test("no step loses a turn or leaves an empty row", () => {
    const step = fc.tuple(
      fc.constantFrom("join", "split", "down", "up"),
      fc.nat(8),
      fc.constantFrom("first", "second"),
    );
    fc.assert(
      fc.property(rows, fc.array(step, { maxLength: 12 }), (begun, steps) => {
        let now: PairRow[] = begun;
        for (const [what, place, which] of steps) {
          if (what === "join") now = joinAbove(now, place);
          else if (what === "split") now = splitRow(now, place);
          else now = shiftSide(now, place, which as "first" | "second", what === "down" ? 1 : -1);
          expect(totals(now)).toEqual(totals(begun));
          expect(now.every(({ first, second }) => first + second > 0)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("their numbers name them again", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { first, second } = numbersOfRows(given);
        const again = rowsOfBeads(beadsOfNumbers(first, second), first.length, second.length);
        expect(numbersOfRows(again)).toEqual({ first, second });
        expect(unaligned(again)).toBe(unaligned(given));
      }),
      { numRuns: 2000 },
    );
  });
});

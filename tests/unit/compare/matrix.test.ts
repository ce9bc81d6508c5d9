import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildTree } from "@/lib/domain/codebook";
import {
  codingFacts,
  DENOMINATORS,
  type Digest,
  denominatorsOf,
  digest,
  encodeDigest,
  type MatrixInput,
  matrix,
  NOTHING,
  type PassageStatus,
  reportSentence,
  share,
} from "@/lib/domain/compare";
import { anySource, codeId, person, questionId, questions, tree } from "./scenes";

const amount = (segments: number, words: number, characters = 0) => ({ segments, words, characters });

/** A digest in which one person raised each of the codes once, in three words of nine. */
const raised = (who: number | null, ...codes: number[]): Digest => ({
  talk: [
    {
      intervieweeId: who === null ? null : person(who),
      spoken: { words: 9, characters: 0 },
      coded: codes.length === 0 ? NOTHING : amount(codes.length, 3),
    },
  ],
  rows: codes.map((code) => ({
    intervieweeId: who === null ? null : person(who),
    codeId: codeId(code),
    own: amount(1, 3),
    tree: amount(1, 3),
  })),
  occurrences: [],
});

const asked = (...ids: number[]) =>
  new Map<string, PassageStatus>(ids.map((index) => [questionId(index), "answered"]));

/** Persons 0 and 1 are numbers 10 and 2 of the sector "a", person 2 is number 5 of "b". Everyone was asked question 0. */
const input = (more: Partial<MatrixInput> = {}): MatrixInput => ({
  digests: [],
  interviewees: [
    { id: person(0), number: 10, groupKey: "a" },
    { id: person(1), number: 2, groupKey: "a" },
    { id: person(2), number: 5, groupKey: "b" },
  ],
  groups: [
    { key: "a", label: "Aid" },
    { key: "b", label: "Bank" },
  ],
  tree,
  questions,
  asked: new Map([0, 1, 2].map((index) => [person(index), asked(0)])),
  codeQuestions: new Map([[codeId(4), new Set([questionId(0)])]]),
  coded: new Set([0, 1, 2].map(person)),
  filter: {},
  ...more,
});

/** The cell of code 4, the last row. */
const cell = (more: Partial<MatrixInput>, column = 0) => matrix(input(more)).rows[4]?.cells[column]?.own;

describe("matrix", () => {
  test("counts each interviewee once, with their numbers ascending", () => {
    expect(cell({ digests: [raised(0, 4), raised(1, 4), raised(0, 4), raised(2, 4)] })).toEqual({
      n: 2,
      of: 2,
      numbers: [2, 10],
      ...amount(3, 9),
      zero: null,
    });
  });

  test("has the rows of the codebook, a column for each group, and a total", () => {
    const result = matrix(input({ digests: [raised(0, 4), raised(2, 4)] }));
    expect(result.rows.map((row) => [row.code.id, row.depth])).toEqual(
      [
        [0, 0],
        [1, 1],
        [3, 2],
        [2, 1],
        [4, 0],
      ].map(([code, depth]) => [codeId(code ?? 0), depth]),
    );
    expect(result.columns.map(({ key, size, small }) => [key, size, small])).toEqual([
      ["a", 2, true],
      ["b", 1, true],
    ]);
    expect(result.rows[4]?.total.tree).toMatchObject({ n: 2, of: 3, numbers: [5, 10], segments: 2 });
    expect(result.total).toMatchObject({
      key: null,
      size: 3,
      spoken: { words: 18 },
      coded: amount(2, 6),
      codings: 2,
    });
  });

  test("marks groups under five", () => {
    const interviewees = [0, 1, 2, 3, 4].map((index) => ({
      id: person(index),
      number: index,
      groupKey: "a",
    }));
    expect(matrix(input({ interviewees })).columns.map((column) => column.small)).toEqual([false, true]);
  });

  test("puts people of no group in the total alone, and leaves out people who are not compared", () => {
    const interviewees = [
      { id: person(0), number: 1, groupKey: null },
      { id: person(1), number: 2, groupKey: "gone" },
    ];
    const result = matrix(input({ interviewees, digests: [raised(0, 4), raised(1, 4), raised(2, 4)] }));
    expect(result.rows[4]?.cells.map((each) => each.own.n)).toEqual([0, 0]);
    expect(result.rows[4]?.total.own).toMatchObject({ n: 2, of: 2, ...amount(2, 6) });
  });

  test("says how much was said by speakers not known, in no cell", () => {
    const [row] = matrix(input({ digests: [raised(null, 4)] })).rows.slice(4);
    expect(row?.unattributed.own).toEqual(amount(1, 3));
    expect(row?.total.own).toMatchObject({ n: 0, segments: 0 });
  });

  test("reads stored digests as it reads others, and adds up however they are divided", () => {
    const anyDigests = fc.array(
      anySource.map((source) => digest(source)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(anyDigests, (digests) => {
        const facts = codingFacts(digests);
        const whole = matrix(input({ digests, ...facts }));
        const stored = digests.toReversed().map(encodeDigest);
        expect(codingFacts(stored).coded).toEqual(facts.coded);
        expect(matrix(input({ digests: stored, ...facts }))).toEqual(whole);
        for (const { cells, total } of whole.rows) {
          for (const variant of ["own", "tree"] as const) {
            const figures = cells.map((each) => each[variant]);
            expect(figures.reduce((sum, figure) => sum + figure.segments, 0)).toBe(total[variant].segments);
            expect(figures.flatMap((figure) => figure.numbers).toSorted((a, b) => a - b)).toEqual(
              total[variant].numbers,
            );
            for (const figure of [...figures, total[variant]]) {
              expect(figure.n).toBeLessThanOrEqual(figure.of);
              expect(figure.numbers).toHaveLength(figure.n);
              expect(figure.n > 0).toBe(figure.segments > 0);
              expect(figure.zero === null).toBe(figure.n > 0);
            }
          }
        }
      }),
    );
  });
});

describe("a zero", () => {
  test("is not yet coded where nobody's talk of the group holds any coding", () => {
    expect(cell({ coded: new Set([person(2)]) })?.zero).toBe("not_yet_coded");
    expect(cell({ coded: new Set([person(1)]) })?.zero).toBe("asked_not_raised");
  });

  test("is asked, not raised where one whose talk is coded was asked a question in which the code occurs", () => {
    expect(cell({})?.zero).toBe("asked_not_raised");
    expect(
      cell({
        asked: new Map([
          [person(0), asked(1)],
          [person(1), asked(0)],
        ]),
      })?.zero,
    ).toBe("asked_not_raised");
  });

  test("is not asked where those whose talk is coded were asked other questions only", () => {
    const others = new Map([
      [person(0), asked(1)],
      [person(1), asked(2)],
    ]);
    expect(cell({ asked: others })?.zero).toBe("not_asked");
    const oneCoded = {
      asked: new Map([
        [person(0), asked(1)],
        [person(1), asked(0)],
      ]),
      coded: new Set([person(0)]),
    };
    expect(cell(oneCoded)?.zero).toBe("not_asked");
  });

  test("counts a question without an answer as asked", () => {
    const unanswered = new Map<string, PassageStatus>([[questionId(0), "unanswered"]]);
    expect(
      cell({
        asked: new Map([
          [person(0), unanswered],
          [person(1), asked()],
        ]),
      })?.zero,
    ).toBe("asked_not_raised");
  });

  test("of a code that occurs nowhere looks at any question", () => {
    const nowhere = new Map<string, Set<string>>();
    expect(cell({ codeQuestions: nowhere })?.zero).toBe("asked_not_raised");
    expect(
      cell({ codeQuestions: nowhere, asked: new Map([0, 1].map((who) => [person(who), asked()])) })?.zero,
    ).toBe("not_asked");
  });

  test("looks only at questions within the filter", () => {
    expect(cell({ filter: { clusterIds: ["cluster 1"] } })?.zero).toBe("not_asked");
    expect(cell({ filter: { clusterIds: ["cluster 0"] } })?.zero).toBe("asked_not_raised");
    expect(cell({ filter: { questionIds: [questionId(1)] } })?.zero).toBe("not_asked");
  });

  test("of a tree looks at the questions of all its codes", () => {
    const codeQuestions = new Map([
      [codeId(0), new Set([questionId(1)])],
      [codeId(3), new Set([questionId(0)])],
    ]);
    const [root] = matrix(input({ codeQuestions })).rows;
    expect([root?.cells[0]?.own.zero, root?.cells[0]?.tree.zero]).toEqual(["not_asked", "asked_not_raised"]);
  });

  test("takes talk without a guide, or not tied to it, as asked; but not for certain questions", () => {
    expect(cell({ questions: [], asked: new Map() })?.zero).toBe("asked_not_raised");
    expect(cell({ asked: new Map() })?.zero).toBe("asked_not_raised");
    expect(cell({ asked: new Map(), filter: { clusterIds: ["cluster 0"] } })?.zero).toBe("not_asked");
  });
});

describe("share", () => {
  const result = matrix(input({ digests: [raised(0, 4, 1), raised(1), raised(2, 4)] }));
  const figure = result.rows[4]?.cells[0]?.own;

  test("names what it is of", () => {
    const of = denominatorsOf(result, { row: 4, column: 0, variant: "own" });
    const values = DENOMINATORS.map((name) => figure && share(figure, of[name]));
    expect(values).toEqual([
      { of: "interviewees", value: 1 / 2, reason: null },
      { of: "coded_words", value: 1, reason: null },
      { of: "spoken_words", value: 3 / 18, reason: null },
      { of: "row", value: 1 / 2, reason: null },
      { of: "column", value: 1 / 2, reason: null },
    ]);
    expect(() => denominatorsOf(result, { row: 9, column: 0, variant: "own" })).toThrow(RangeError);
  });

  test("does not divide words by characters", () => {
    const part = { n: 1, of: 1, numbers: [1], zero: null, ...amount(1, 3) };
    const of = (words: number, characters: number) =>
      share(part, { name: "coded_words", whole: { words, characters } });
    expect(of(6, 0)).toEqual({ of: "coded_words", value: 0.5, reason: null });
    expect(of(6, 6).reason).toBe("mixed_units");
    expect(of(0, 6).reason).toBe("mixed_units");
    expect(of(2, 0).reason).toBe("mixed_units");
    expect(of(0, 0).reason).toBe("empty");
    expect(
      share({ ...part, ...NOTHING }, { name: "spoken_words", whole: { words: 6, characters: 6 } }).value,
    ).toBe(0);
  });

  test("is from 0 to 1 or says why not, for every cell of any matrix", () => {
    fc.assert(
      fc.property(fc.array(anySource, { maxLength: 3 }), (sources) => {
        const any = matrix(input({ digests: sources.map((source) => digest(source)) }));
        for (const [row, { cells, total }] of any.rows.entries()) {
          for (const variant of ["own", "tree"] as const) {
            for (const column of [0, 1, null]) {
              const at = (column === null ? total : cells[column])?.[variant];
              const denominators = denominatorsOf(any, { row, column, variant });
              for (const name of DENOMINATORS) {
                const found = at && share(at, denominators[name]);
                if (found?.value == null) expect(found?.reason).toMatch(/^(empty|mixed_units)$/);
                else expect(found.value >= 0 && found.value <= 1).toBe(true);
              }
            }
          }
        }
      }),
    );
  });
});

describe("reportSentence", () => {
  test("gives the people and the groups of a row, or of one cell", () => {
    const result = matrix(input({ digests: [raised(0, 4), raised(1, 4), raised(2, 1)] }));
    expect(reportSentence(result, { row: 4, column: null, variant: "own" })).toEqual({
      n: 2,
      of: 3,
      numbers: [2, 10],
      groupsWith: [{ key: "a", label: "Aid", n: 2, of: 2 }],
      groupsOf: 2,
    });
    expect(reportSentence(result, { row: 4, column: 1, variant: "own" })).toMatchObject({
      n: 0,
      groupsWith: [],
      groupsOf: 1,
    });
    expect(() => reportSentence(result, { row: 4, column: 7, variant: "own" })).toThrow(RangeError);
  });

  test("is there for a study without anyone or anything", () => {
    const none = matrix(input({ interviewees: [], groups: [] }));
    expect(reportSentence(none, { row: 0, column: null, variant: "tree" })).toMatchObject({
      n: 0,
      of: 0,
      groupsOf: 0,
    });
    expect(matrix(input({ tree: buildTree([]) })).rows).toEqual([]);
  });
});

test("codingFacts tells where codes occur and whose talk is coded", () => {
  const occurrences = [
    { codeId: codeId(1), questionId: questionId(2) },
    { codeId: codeId(1), questionId: questionId(0) },
  ];
  const facts = codingFacts([{ ...raised(0, 1), occurrences }, raised(1), raised(null, 1)]);
  expect(facts.coded).toEqual(new Set([person(0)]));
  expect(facts.codeQuestions).toEqual(new Map([[codeId(1), new Set([questionId(0), questionId(2)])]]));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  codingFacts,
  digest,
  encodeDigest,
  type MatrixInput,
  matrix,
  type PassageStatus,
} from "@/lib/domain/compare";
import { amount, asked, input, raised } from "./matrix-scenes";
import { anySource, codeId, person, questionId } from "./scenes";

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
    // Once for all codes together.
    const { unattributed, total } = matrix(input({ digests: [raised(null, 4, 5), raised(0, 4)] }));
    expect([unattributed, total.coded]).toEqual([amount(2, 3), amount(1, 3)]);
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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildTree } from "@/lib/domain/codebook";
import {
  codingFacts,
  DENOMINATORS,
  denominatorsOf,
  digest,
  matrix,
  NOTHING,
  reportSentence,
  share,
} from "@/lib/domain/compare";
import { amount, input, raised } from "./matrix-scenes";
import { anySource, codeId, person, questionId } from "./scenes";

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

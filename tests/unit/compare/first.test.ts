import { describe, expect, test } from "vitest";
import { firstOf } from "@/components/compare/model/first";
import { nodesOf } from "@/components/compare/model/matrix";
import type { ComparePayload } from "@/lib/schemas/compare";

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const cell: ComparePayload["codes"][number]["own"] = [[0, 0, [], 0, 0, 0, "not_asked"]];

/** Codes in the codebook's order: each tenth is a root, with nine below one another in threes. */
function matrix(count: number, codings = true): ComparePayload {
  const codes = Array.from({ length: count }, (_, n) => {
    const depth = n % 10 === 0 ? 0 : n % 10 <= 3 ? 1 : 2;
    const parentId = depth === 0 ? null : depth === 1 ? idOf(n - (n % 10)) : idOf(n - (n % 10) + 3);
    return { id: idOf(n), parentId, name: `${n}`, hue: 0, retired: false, depth, own: cell, tree: null };
  });
  const totals = {
    people: 0,
    codings: 0,
    codedWords: 0,
    codedCharacters: 0,
    spokenWords: 0,
    spokenCharacters: 0,
  };
  return {
    codes,
    columns: [],
    total: { small: true, totals },
    unattributed: 0,
    has: { codings, interviewees: true, transcripts: true },
    citableOnly: false,
  };
}
const names = ({ payload }: { payload: ComparePayload }) => payload.codes.map(({ name }) => Number(name));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

describe("what the page brings of a matrix", () => {
  test("is all of a small one", () => {
    const payload = matrix(120);
    expect(firstOf(payload, {})).toEqual({ payload, whole: true });
  });

  test("is the first rows of a large one, and says that others follow", () => {
    const first = firstOf(matrix(10_000), {});
    expect(names(first)).toEqual(range(0, 120));
    expect(first.whole).toBe(false);
  });

  test("holds the chosen branch and the open cell with all that is above them", () => {
    const view = { rows: idOf(5000), cell: `${idOf(7777)}.all` };
    const first = firstOf(matrix(10_000), view);
    expect(names(first)).toEqual([
      ...range(0, 120),
      ...range(5000, 5120),
      ...[7770, 7773],
      ...range(7777, 7897),
    ]);
    expect(nodesOf(first.payload, { rows: view.rows }).map(({ id }) => id)).toEqual([idOf(5000)]);
    expect(nodesOf(first.payload, {}).map(({ depth }) => depth)).not.toContain(1);
  });

  test("ends where the codes do, and passes over what is no longer there", () => {
    const first = firstOf(matrix(1000), { rows: idOf(999), cell: `${idOf(5000)}.all` });
    expect(names(first)).toEqual([...range(0, 120), 990, 993, 999]);
  });

  test("is enough where nothing is coded: there is nothing to show", () => {
    expect(firstOf(matrix(1000, false), {}).whole).toBe(true);
  });
});

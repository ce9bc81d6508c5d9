import fc from "fast-check";
import { expect, test } from "vitest";
import { type BookCode, codebookDifference, withChanges } from "@/lib/domain/codebook";

const code = (id: string, more: Partial<BookCode> = {}): BookCode => ({
  ...{ id, parentId: null, name: id, retired: false, mergedIntoId: null },
  ...{ definition: "", whenToUse: "", whenNotToUse: "", example: "", counterExample: "" },
  ...more,
});

const books = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom("a", "b", "c", "d", "e"),
      parentId: fc.constantFrom(null, "a", "b"),
      name: fc.constantFrom("One", "Two", "三"),
      retired: fc.boolean(),
      mergedIntoId: fc.constantFrom(null, "a"),
      definition: fc.constantFrom("", "x", "y"),
      whenToUse: fc.constantFrom("", "x"),
      whenNotToUse: fc.constant(""),
      example: fc.constant(""),
      counterExample: fc.constantFrom("", "z"),
    })
    // Only what is out of use was merged.
    .map((row) => ({ ...row, mergedIntoId: row.retired ? row.mergedIntoId : null })),
  { selector: ({ id }) => id },
);
const sorted = (codes: readonly BookCode[]) => codes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test("the difference made in the one codebook gives the other, there and back", () => {
  fc.assert(
    fc.property(books, books, (before, after) => {
      expect(sorted(withChanges(before, codebookDifference(before, after)))).toEqual(sorted(after));
      expect(codebookDifference(before, before)).toEqual([]);
    }),
  );
});

test("says everything that became of a code", () => {
  const before = [code("a"), code("b"), code("c"), code("gone")];
  const after = [
    code("b", { name: "B", parentId: "a", definition: "new" }),
    code("a", { retired: true, mergedIntoId: "b" }),
    code("c", { retired: true }),
    code("d"),
  ];
  expect(codebookDifference(before, after).map(({ id, became, texts }) => [id, became, texts])).toEqual([
    ["b", ["renamed", "moved", "written"], ["definition"]],
    ["a", ["merged"], []],
    ["c", ["retired"], []],
    ["d", ["added"], []],
    ["gone", ["removed"], []],
  ]);
});

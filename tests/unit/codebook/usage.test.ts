import fc from "fast-check";
import { expect, test } from "vitest";
import { type SegmentGroup, sumUsage, usageOf } from "@/lib/domain/codebook";

const CODES = ["a", "b", "c", "d", "e"];

/** Codes in a tree: each below one before it, or at the top. */
const trees = fc.array(fc.record({ parent: fc.option(fc.nat(4)), meaningSince: fc.nat(3) }), {
  minLength: CODES.length,
  maxLength: CODES.length,
});

const groups = fc.array(
  fc.record({
    coderId: fc.constantFrom("me", "x", "y"),
    codes: fc.uniqueArray(fc.record({ id: fc.constantFrom(...CODES), revision: fc.nat(3) }), {
      minLength: 1,
      selector: ({ id }) => id,
    }),
    people: fc.uniqueArray(fc.constantFrom("p", "q", "r")),
    segments: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 12 },
);

test("counting segment by segment gives the same, whatever the tree and the transcripts", () => {
  fc.assert(
    fc.property(trees, fc.array(fc.tuple(groups, fc.boolean()), { maxLength: 4 }), (tree, transcripts) => {
      const codes = CODES.map((id, at) => {
        const { parent = null, meaningSince = 0 } = tree[at] ?? {};
        return {
          id,
          parentId: parent !== null && parent < at ? (CODES[parent] ?? null) : null,
          meaningSince,
        };
      });
      const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
      const isWithin = (id: string, top: string): boolean => {
        const parent = parents.get(id);
        return id === top || (parent ? isWithin(parent, top) : false);
      };
      const seen = transcripts.flatMap(([all, blind]) =>
        all.filter(({ coderId }) => !blind || coderId === "me"),
      );
      const count = (some: readonly SegmentGroup[]) => [
        some.reduce((sum, { segments }) => sum + segments, 0),
        new Set(some.flatMap(({ people }) => people)).size,
      ];
      const both = (some: readonly SegmentGroup[]) => ({
        all: count(some),
        own: count(some.filter(({ coderId }) => coderId === "me")),
      });
      const expected = codes.flatMap(({ id, meaningSince }) => {
        const within = seen.filter((group) => group.codes.some((code) => isWithin(code.id, id)));
        if (within.length === 0) return [];
        const itself = seen.filter((group) => group.codes.some((code) => code.id === id));
        const due = itself.filter(
          (group) =>
            group.coderId === "me" &&
            group.codes.some((code) => code.id === id && code.revision < meaningSince),
        );
        return [[id, { itself: both(itself), within: both(within), due: count(due)[0] }]];
      });
      const kept = transcripts.map(([all, blind]) => ({ usage: usageOf(all), only: blind ? "me" : null }));
      expect(sumUsage(JSON.parse(JSON.stringify(kept)), codes, "me")).toEqual(Object.fromEntries(expected));
    }),
  );
});

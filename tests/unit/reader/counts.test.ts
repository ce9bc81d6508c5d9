import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countCodes, withAncestors } from "@/components/reader/model/counts";
import type { ReaderCode } from "@/components/reader/model/frame";
import type { Painted } from "@/components/reader/model/painted";
import { ancestors, buildTree } from "@/lib/domain/codebook";

const code = (id: string, parentId: string | null): ReaderCode => ({
  id,
  parentId,
  name: id,
  hue: 0,
  position: 0,
  shortcut: null,
  definition: "",
  whenToUse: "",
  whenNotToUse: "",
  meaningSince: 0,
  retired: false,
});

const tree = buildTree([
  code("water", null),
  code("river", "water"),
  code("delta", "river"),
  code("lake", "water"),
  code("fire", null),
]);

const segment = (codeIds: readonly string[]): Painted => ({
  id: codeIds.join(),
  start: 0,
  end: 1,
  coderId: "a",
  codeIds,
  hasMemo: false,
  likeness: codeIds.join(),
});

describe("the count of a code", () => {
  it("takes in what is below it, and a segment once", () => {
    const counts = countCodes([segment(["delta", "lake"]), segment(["river"])], withAncestors(tree));
    expect(Object.fromEntries(counts)).toEqual({ delta: 1, river: 2, water: 2, lake: 1 });
  });

  it("is kept of a code that the codebook no longer has", () => {
    expect(Object.fromEntries(countCodes([segment(["gone"])], withAncestors(tree)))).toEqual({ gone: 1 });
  });

  it("is that of looking at every code by itself", () => {
    const ids = fc.subarray([...tree.byId.keys()], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(ids), (lists) => {
        const counts = countCodes(lists.map(segment), withAncestors(tree));
        for (const id of tree.byId.keys()) {
          const has = (each: string) => each === id || ancestors(tree, each).some((above) => above.id === id);
          expect(counts.get(id) ?? 0).toBe(lists.filter((list) => list.some(has)).length);
        }
      }),
    );
  });
});

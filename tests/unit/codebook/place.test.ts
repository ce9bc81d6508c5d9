import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ancestors,
  brokenAt,
  buildTree,
  type CodeNode,
  childrenOf,
  flatten,
  landing,
  placed,
  stepped,
} from "@/lib/domain/codebook";

const code = (id: string, parentId: string | null, position: number): CodeNode => ({
  ...{ id, parentId, position },
  name: id,
  hue: 0,
});
const tree = buildTree([
  code("risks", null, 0),
  code("asia", "risks", 0),
  code("japan", "risks", 1),
  code("social", "japan", 0),
  code("value", null, 1),
]);
const over = (id: string, zone: "before" | "inside" | "after", open = true) => ({ id, zone, open });

/** Codes each of which stands below an earlier one, so that they are a tree. */
const trees = fc
  .array(fc.record({ parent: fc.nat(20), position: fc.nat(5) }), { minLength: 1, maxLength: 20 })
  .map((rows) =>
    buildTree(
      rows.map(({ parent, position }, index) =>
        code(
          `c${index}`,
          index === 0 || parent % (index + 1) === index ? null : `c${parent % index}`,
          position,
        ),
      ),
    ),
  );
const idIn = (ids: readonly string[], at: number) => ids[at % ids.length] as string;

describe("landing", () => {
  test("stands before, after or inside, as the line is drawn", () => {
    expect(landing(tree, "value", over("asia", "before"))).toEqual({
      codeId: "value",
      parentId: "risks",
      index: 0,
    });
    expect(landing(tree, "value", over("asia", "after"))).toEqual({
      codeId: "value",
      parentId: "risks",
      index: 1,
    });
    expect(landing(tree, "value", over("asia", "inside"))).toEqual({
      codeId: "value",
      parentId: "asia",
      index: 0,
    });
    // Below an open code the line stands above its first child.
    expect(landing(tree, "value", over("risks", "after"))).toEqual({
      codeId: "value",
      parentId: "risks",
      index: 0,
    });
    expect(landing(tree, "social", over("risks", "after", false))).toEqual({
      ...{ codeId: "social", parentId: null, index: 1 },
    });
  });

  test("nothing lands on itself, below itself, or where it stands", () => {
    expect(landing(tree, "risks", over("risks", "inside"))).toBeNull();
    expect(landing(tree, "risks", over("social", "inside"))).toBeNull();
    expect(landing(tree, "asia", over("japan", "before"))).toBeNull();
    expect(landing(tree, "value", over("risks", "after", false))).toBeNull();
    expect(landing(tree, "social", over("japan", "inside"))).toBeNull();
  });

  test("a code that has landed is where it was to be, everything else in its order, and no circle closes", () => {
    fc.assert(
      fc.property(
        trees,
        fc.nat(),
        fc.nat(),
        fc.constantFrom("before", "inside", "after"),
        fc.boolean(),
        (...given) => {
          const [before, moved, target, zone, open] = given;
          const ids = flatten(before).map((entry) => entry.code.id);
          const place = landing(before, idIn(ids, moved), { id: idIn(ids, target), zone, open });
          fc.pre(place !== null);
          if (!place) return;
          const after = buildTree(placed(before, place));
          expect(childrenOf(after, place.parentId).findIndex(({ id }) => id === place.codeId)).toBe(
            place.index,
          );
          expect(flatten(after)).toHaveLength(ids.length);
          expect(ancestors(after, place.codeId).some(({ id }) => id === place.codeId)).toBe(false);
          for (const parentId of [null, ...ids]) {
            const others = (in_: typeof before) =>
              childrenOf(in_, parentId).flatMap(({ id }) => (id === place.codeId ? [] : [id]));
            expect(others(after)).toEqual(others(before));
          }
        },
      ),
    );
  });
});

describe("stepped", () => {
  test("the step back undoes the step among siblings, and out undoes in", () => {
    fc.assert(
      fc.property(trees, fc.nat(), (before, at) => {
        const id = idIn(
          flatten(before).map((entry) => entry.code.id),
          at,
        );
        for (const [there, back] of [
          ["ArrowUp", "ArrowDown"],
          ["ArrowRight", "ArrowLeft"],
        ] as const) {
          const first = stepped(before, id, there);
          if (!first) continue;
          const after = buildTree(placed(before, first));
          const second = stepped(after, id, back);
          expect(second && flatten(buildTree(placed(after, second))).map((entry) => entry.code.id)).toEqual(
            flatten(before).map((entry) => entry.code.id),
          );
        }
      }),
    );
  });
});

test("brokenAt finds a circle, a missing parent, and what is in use below what is not", () => {
  const used = (id: string, parentId: string | null, retired = false) => ({
    ...code(id, parentId, 0),
    retired,
  });
  expect(brokenAt([used("a", null), used("b", "a"), used("c", "b", true)])).toBeNull();
  expect(brokenAt([used("a", "b"), used("b", "a")])).not.toBeNull();
  expect(brokenAt([used("a", "gone")])?.id).toBe("a");
  expect(brokenAt([used("a", null, true), used("b", "a")])?.id).toBe("b");
});

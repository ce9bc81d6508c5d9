import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ancestors,
  buildTree,
  type CodeNode,
  canMove,
  descendants,
  flatten,
  isPathSafe,
  joinPath,
  parsePath,
  pathOf,
  similarNames,
} from "@/lib/domain/codebook";

const code = (id: string, parentId: string | null, position = 0, name = id): CodeNode => ({
  id,
  parentId,
  name,
  hue: 0,
  position,
});

const ids = (codes: readonly CodeNode[]) => codes.map((each) => each.id);

/** Codes with any parents at all: missing ones, themselves, circles. */
const anyCodes = fc
  .array(fc.record({ parent: fc.nat(14), position: fc.nat(3) }), { maxLength: 12 })
  .map((rows) =>
    rows.map((row, index) => code(`c${index}`, row.parent > 12 ? null : `c${row.parent}`, row.position)),
  );

const risks = buildTree([
  code("social", "japan", 1, "Social issues"),
  code("disasters", "japan", 0, "Natural disasters"),
  code("japan", "risks", 1, "Japan"),
  code("asia", "risks", 0, "East Asia"),
  code("approach", null, 1, "Approach"),
  code("risks", null, 0, "Risks"),
]);

describe("buildTree", () => {
  test("orders siblings by position, then name, then id", () => {
    expect(ids(risks.roots)).toEqual(["risks", "approach"]);
    expect(flatten(risks).map(({ code: { id }, depth }) => [id, depth])).toEqual([
      ["risks", 0],
      ["asia", 1],
      ["japan", 1],
      ["disasters", 2],
      ["social", 2],
      ["approach", 0],
    ]);
    expect(
      ids(buildTree([code("3", null, 0, "b"), code("2", null, 0, "a"), code("1", null, 0, "a")]).roots),
    ).toEqual(["1", "2", "3"]);
  });

  test("shows codes whose parent is missing, and opens a circle at one place", () => {
    expect(ids(buildTree([code("a", "gone")]).roots)).toEqual(["a"]);
    expect(ids(buildTree([code("a", "a")]).roots)).toEqual(["a"]);
    const circle = buildTree([code("a", "c"), code("b", "a"), code("c", "b")]);
    expect(circle.roots).toHaveLength(1);
    expect(flatten(circle)).toHaveLength(3);
  });

  test("holds every code once, whatever the parents, and the same in any order of rows", () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const tree = buildTree(codes);
        expect(
          flatten(tree)
            .map((entry) => entry.code.id)
            .toSorted(),
        ).toEqual(ids(codes).toSorted());
        expect(flatten(buildTree(codes.toReversed()))).toEqual(flatten(tree));
      }),
    );
  });

  test("can be deeper than the call stack", () => {
    const chain = Array.from({ length: 5_000 }, (_, index) =>
      code(`c${index}`, index === 0 ? null : `c${index - 1}`, index),
    );
    const tree = buildTree(chain);
    expect(flatten(tree).at(-1)?.depth).toBe(4_999);
    expect(descendants(tree, "c0")).toHaveLength(5_000);
  });
});

describe("walking", () => {
  test("goes down from the code itself and up from the root", () => {
    expect(ids(descendants(risks, "japan"))).toEqual(["japan", "disasters", "social"]);
    expect(ids(ancestors(risks, "social"))).toEqual(["risks", "japan"]);
    expect([descendants(risks, "gone"), ancestors(risks, "gone")]).toEqual([[], []]);
  });

  test("up and down agree, and descendants follow their code in the flat list", () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const tree = buildTree(codes);
        const flat = flatten(tree);
        for (const [index, { code: each, depth }] of flat.entries()) {
          const below = descendants(tree, each.id);
          expect(ids(below)).toEqual(ids(flat.slice(index, index + below.length).map((entry) => entry.code)));
          expect(flat[index + below.length]?.depth ?? 0).toBeLessThanOrEqual(depth);
          expect(ancestors(tree, each.id)).toHaveLength(depth);
          for (const lower of below.slice(1)) expect(ids(ancestors(tree, lower.id))).toContain(each.id);
        }
      }),
    );
  });
});

describe("canMove", () => {
  test("refuses a code under itself, under what is below it, and what does not exist", () => {
    expect(canMove(risks, "japan", "approach")).toBe(true);
    expect(canMove(risks, "japan", null)).toBe(true);
    expect(canMove(risks, "risks", "social")).toBe(false);
    expect(canMove(risks, "japan", "japan")).toBe(false);
    expect(canMove(risks, "japan", "gone")).toBe(false);
    expect(canMove(risks, "gone", null)).toBe(false);
  });

  test("a permitted move keeps the tree a tree, with the code where it was put", () => {
    fc.assert(
      fc.property(anyCodes, fc.nat(12), fc.option(fc.nat(12)), (codes, from, to) => {
        const sound = [...flatten(buildTree(codes))].map(({ code: each }) => ({
          ...each,
          parentId: buildTree(codes).parents.get(each.id) ?? null,
        }));
        const [id, parentId] = [`c${from}`, to === null ? null : `c${to}`];
        const tree = buildTree(sound);
        // A move is sound if every code then stands where its row says: none had to be cut off a circle.
        const moved = sound.map((each) => (each.id === id ? { ...each, parentId } : each));
        const { parents } = buildTree(moved);
        const stands = tree.byId.has(id) && moved.every((each) => parents.get(each.id) === each.parentId);
        expect(canMove(tree, id, parentId)).toBe(stands);
      }),
    );
  });
});

describe("paths", () => {
  test("are the names from the root", () => {
    expect(pathOf(risks, "social")).toBe("Risks > Japan > Social issues");
    expect(pathOf(risks, "gone")).toBe("");
  });

  test("are read back with stray white space set aside", () => {
    expect(parsePath("  Risks >  Japan > Social issues ")).toEqual(["Risks", "Japan", "Social issues"]);
    expect(parsePath("R>D > 自然災害 >  > ＮＧＯ >")).toEqual(["R>D", "自然災害", "ＮＧＯ"]);
    expect(parsePath(" > ")).toEqual([]);
    expect(parsePath("a > > b")).toEqual(["a", "b"]);
    expect(parsePath("")).toEqual([]);
  });

  test("joined and parsed are the same names", () => {
    const name = fc
      .array(fc.constantFrom("a", ">", " ", "か", "👍", "　"), { maxLength: 6 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(name.filter(isPathSafe), { maxLength: 4 }), (names) => {
        expect(parsePath(joinPath(names))).toEqual(names);
      }),
    );
    expect(["a", "R>D", "a b"].every(isPathSafe)).toBe(true);
    expect(["", " a", "a > b", "a ", ">> > x"].some(isPathSafe)).toBe(false);
  });
});

describe("similarNames", () => {
  const tree = buildTree(
    ["Natural disasters", "NGO", "Social issues", "Dignity", "人間の安全保障"].map((name, index) =>
      code(`${index}`, null, index, name),
    ),
  );
  const names = (name: string) => similarNames(tree, name).map((each) => each.code.name);

  test("finds the same name in another dress, a near miss, and a part", () => {
    expect(similarNames(tree, " natural   DISASTERS ")[0]).toMatchObject({
      score: 1,
      code: { name: "Natural disasters" },
    });
    expect(names("ＮＧＯ")).toEqual(["NGO"]);
    expect(names("Natural disaster")).toEqual(["Natural disasters"]);
    expect(names("Social")).toEqual(["Social issues"]);
    expect(names("人間の安全補償")).toEqual([]);
    expect(names("人間の安全保証")).toEqual(["人間の安全保障"]);
  });

  test("leaves unlike names alone, and blank ones", () => {
    expect(names("Protection")).toEqual([]);
    expect(names("  ")).toEqual([]);
    expect(names("ignity of labour and of other things")).toEqual([]);
  });

  test("puts the closest first and finishes on hostile names", () => {
    const many = buildTree(
      Array.from({ length: 500 }, (_, index) => code(`${index}`, null, index, "x".repeat(10_000))),
    );
    expect(similarNames(many, "x".repeat(9_000))).toHaveLength(500);
    expect(similarNames(many, "y".repeat(9_000))).toHaveLength(0);
    const scores = similarNames(tree, "Dignityy").map((each) => each.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

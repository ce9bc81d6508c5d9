import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brokenAt, buildTree, mergeCodes, putBack, type Recoding, recode } from "@/lib/domain/codebook";
import type { CodingState } from "@/lib/domain/coding";

/** Codings of a few segments with a few codes: at most one live coding of a segment and a code. */
const books = fc
  .uniqueArray(fc.record({ segment: fc.nat(8), code: fc.constantFrom("a", "b", "c"), revision: fc.nat(5) }), {
    maxLength: 20,
    selector: ({ segment, code }) => `${segment} ${code}`,
  })
  .map((rows) =>
    rows.map(
      ({ segment, code, revision }, index): CodingState => ({
        id: `k${index}`,
        segmentId: `s${segment}`,
        codeId: code,
        coderId: `coder ${segment % 3}`,
        revision,
        deleted: false,
      }),
    ),
  );

const done = (codings: readonly CodingState[], { after }: Recoding) => {
  const changed = new Map(after.map((coding) => [coding.id, coding]));
  return codings.map((coding) => changed.get(coding.id) ?? coding);
};
const byId = (codings: readonly CodingState[]) => new Map(codings.map((coding) => [coding.id, coding]));
const live = (codings: readonly CodingState[]) => codings.filter(({ deleted }) => !deleted);
const places = (codings: readonly CodingState[]) =>
  live(codings)
    .map(({ segmentId, codeId }) => `${segmentId} ${codeId}`)
    .sort();
const always = () => true;

describe("recode", () => {
  test("a segment that had both keeps one, and nothing else is touched", () => {
    fc.assert(
      fc.property(books, fc.option(fc.nat(9)), (before, revision) => {
        const after = done(
          before,
          recode(before, "a", () => "b", revision),
        );
        expect(new Set(places(after)).size).toBe(places(after).length);
        expect(live(after).some(({ codeId }) => codeId === "a")).toBe(false);
        const wanted = new Set(places(before).map((place) => place.replace(/ a$/, " b")));
        expect(new Set(places(after))).toEqual(wanted);
        expect(after.filter(({ codeId }) => codeId === "c")).toEqual(
          before.filter(({ codeId }) => codeId === "c"),
        );
      }),
    );
  });

  test("merge and undo is the identity, and undo and redo is the merge", () => {
    fc.assert(
      fc.property(books, fc.option(fc.nat(9)), (before, revision) => {
        const merge = recode(before, "a", () => "b", revision);
        const merged = done(before, merge);
        const undo = putBack(merge, byId(merged), always);
        expect(undo.left).toEqual([]);
        expect(done(merged, undo)).toEqual(before);
        const redo = putBack(undo, byId(before), always);
        expect(done(before, redo)).toEqual(merged);
      }),
    );
  });

  test("split and merge is the identity but for the revision", () => {
    fc.assert(
      fc.property(books, fc.infiniteStream(fc.constantFrom("x", "y", null)), (before, choices) => {
        const split = done(
          before,
          recode(before, "a", () => choices.next().value ?? null, 9),
        );
        const back = ["x", "y"].reduce(
          (codings, from) =>
            done(
              codings,
              recode(codings, from, () => "a", null),
            ),
          split,
        );
        expect(places(back)).toEqual(places(before));
        expect(back.map(({ revision: _, ...coding }) => coding)).toEqual(
          before.map(({ revision: _, ...coding }) => coding),
        );
      }),
    );
  });

  test("what was changed since the merge stays as it is, and nothing is put back on a segment that is gone", () => {
    const coding = (id: string, segmentId: string, codeId: string): CodingState => ({
      ...{ id, segmentId, codeId, coderId: "c", revision: 1, deleted: false },
    });
    const before = [
      coding("1", "s1", "a"),
      coding("2", "s2", "a"),
      coding("3", "s2", "b"),
      coding("4", "s4", "a"),
    ];
    const merge = recode(before, "a", () => "b", null);
    const now = byId(done(before, merge));
    now.set("1", { ...coding("1", "s1", "b"), deleted: true });
    const undo = putBack(merge, now, (segmentId) => segmentId !== "s2");
    expect(undo.after).toEqual([coding("4", "s4", "a")]);
    expect(undo.left).toHaveLength(2);
  });
});

describe("mergeCodes", () => {
  const code = (id: string, parentId: string | null, position: number, more: object = {}) => ({
    ...{ id, parentId, position, name: id, hue: 0, retired: false, mergedIntoId: null, shortcut: null },
    ...more,
  });

  test("the code retires with its trace, and what stood below it stands below the other", () => {
    const codes = [
      code("a", null, 0, { shortcut: "a" }),
      code("b", null, 1),
      code("x", "a", 0),
      code("y", "b", 3),
    ];
    expect(mergeCodes(codes, "a", "b")).toEqual({
      ok: true,
      changed: [code("a", null, 0, { retired: true, mergedIntoId: "b" }), code("x", "b", 4)],
    });
  });

  test("a code merged into one below it gives up its place", () => {
    const codes = [code("a", null, 0), code("b", "a", 0), code("c", "b", 0), code("x", "a", 1)];
    const merged = mergeCodes(codes, "a", "c");
    expect(merged.ok && merged.changed.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["a", null],
      ["c", null],
      ["b", "c"],
      ["x", "c"],
    ]);
  });

  test("is refused with two of one name, with itself, and with what is not in use", () => {
    const codes = [
      code("a", null, 0),
      code("b", null, 1),
      code("1", "a", 0, { name: "Old" }),
      code("2", "b", 0, { name: "OLD" }),
    ];
    expect(mergeCodes(codes, "a", "b")).toEqual({ ok: false, reason: "namesake", name: "Old" });
    expect(mergeCodes(codes, "a", "a")).toMatchObject({ reason: "same" });
    expect(mergeCodes([code("a", null, 0), code("b", null, 1, { retired: true })], "a", "b")).toMatchObject({
      reason: "retired",
    });
    expect(mergeCodes(codes, "a", "gone")).toMatchObject({ reason: "unknown" });
  });

  test("whatever is merged, the codebook stays a tree", () => {
    const forests = fc
      .array(fc.nat(20), { minLength: 2, maxLength: 15 })
      .map((parents) =>
        parents.map((parent, index) =>
          code(
            `c${index}`,
            index === 0 || parent % (index + 1) === index ? null : `c${parent % index}`,
            index,
          ),
        ),
      );
    fc.assert(
      fc.property(forests, fc.nat(), fc.nat(), (codes, one, other) => {
        const from = `c${one % codes.length}`;
        const into = `c${other % codes.length}`;
        const merged = mergeCodes(codes, from, into);
        expect(merged.ok).toBe(from !== into);
        if (!merged.ok) return;
        const changed = new Map(merged.changed.map((each) => [each.id, each]));
        const after = codes.map((each) => changed.get(each.id) ?? each);
        expect(brokenAt(after)).toBeNull();
        expect(buildTree(after).children.get(from) ?? []).toEqual([]);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { factsOf, forget, isMark, MARKS } from "@/lib/domain/history";

const content = {
  rows: [
    { table: "memo", id: "a", before: null, after: { text: "words of a" } },
    { table: "memo", id: "b", before: null, after: { text: "words of b" } },
  ],
  values: [
    { intervieweeId: "a", value: "known of a" },
    { intervieweeId: "c", value: "known of c" },
  ],
  interviews: [{ id: "x", place: "where a was", intervieweeIds: ["c", "a"] }],
  count: 3,
};

describe("forgetting", () => {
  test("takes the smallest records that name a row, and leaves what stands around them", () => {
    expect(forget(content, new Set(["a"]), "erased")).toEqual({
      rows: [MARKS.erased, content.rows[1]],
      values: [MARKS.erased, content.values[1]],
      interviews: [MARKS.erased],
      count: 3,
    });
  });

  test("of what names none of them answers the very same, and twice is once", () => {
    expect(forget(content, new Set(["z"]), "purged")).toBe(content);
    const once = forget(content, new Set(["a"]), "purged");
    expect(forget(once, new Set(["a"]), "purged")).toBe(once);
  });

  test("may take the rows themselves alone, and leave what is about them", () => {
    const change = {
      segments: [{ id: "s", quote: "words" }],
      codings: [{ id: "c", segmentId: "s", codeId: "k" }],
    };
    expect(forget(change, new Set(["s"]), "purged", true)).toEqual({ ...change, segments: [MARKS.purged] });
  });

  test("takes an event whole that is of one row, and records kept under its id", () => {
    expect(forget(content.rows[0] ?? null, new Set(["a"]), "purged")).toEqual(MARKS.purged);
    expect(forget({ kept: { a: "words" } }, new Set(["a"]), "erased")).toEqual({ kept: MARKS.erased });
    expect(forget(null, new Set(["a"]), "erased")).toBeNull();
  });

  test("leaves a mark that says nothing to a reader", () => {
    expect(
      [MARKS.erased, MARKS.purged, { erased: false }, { erased: true, id: "a" }, null].map(isMark),
    ).toEqual([true, true, false, false, false]);
    expect(factsOf(null, MARKS.erased)).toMatchObject({ name: null, count: 0 });
    expect(factsOf(null, { segments: [MARKS.purged], codings: [] })).toMatchObject({ segmentId: null });
  });
});

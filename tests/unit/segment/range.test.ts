import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clip,
  compareRanges,
  containsOffset,
  intersect,
  lengthOf,
  overlaps,
  subtract,
  touches,
  union,
  validateRange,
  validateRangeInText,
} from "@/lib/domain/segment";
import { anyRange, anyRanges, covered, LENGTH } from "./ranges";

const range = (start: number, end: number) => ({ start, end });

describe("two ranges", () => {
  test("are ordered by start, the longer first", () => {
    const ranges = [range(2, 3), range(0, 1), range(2, 9), range(0, 4)];
    expect(ranges.toSorted(compareRanges)).toEqual([range(0, 4), range(0, 1), range(2, 9), range(2, 3)]);
  });

  test("touch at a border, overlap beyond it", () => {
    expect([touches(range(0, 2), range(2, 4)), overlaps(range(0, 2), range(2, 4))]).toEqual([true, false]);
    expect([touches(range(0, 3), range(2, 4)), overlaps(range(0, 3), range(2, 4))]).toEqual([false, true]);
    expect([touches(range(2, 2), range(2, 4)), overlaps(range(3, 3), range(2, 4))]).toEqual([false, false]);
  });

  test("intersect in exactly what both hold, whichever comes first", () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const common = intersect(a, b);
        expect(common).toEqual(intersect(b, a));
        expect(common !== null).toBe(overlaps(a, b));
        const both = covered([a]).filter((offset) => containsOffset(b, offset));
        expect(common === null ? [] : covered([common])).toEqual(both);
        expect(touches(a, b)).toBe(touches(b, a));
      }),
    );
  });
});

describe("sets of ranges", () => {
  test("union joins what overlaps and what touches", () => {
    expect(union([range(5, 7), range(0, 2), range(2, 3), range(6, 9), range(4, 4)])).toEqual([
      range(0, 3),
      range(5, 9),
    ]);
  });

  test("union is sorted, disjoint, idempotent, blind to order, and covers the same", () => {
    fc.assert(
      fc.property(anyRanges, (ranges) => {
        const united = union(ranges);
        expect(covered(united)).toEqual(covered(ranges));
        for (const [index, each] of united.entries()) {
          expect(each.start).toBeLessThan(each.end);
          if (index > 0) expect(each.start).toBeGreaterThan(united[index - 1]?.end ?? Number.NaN);
        }
        expect(union(united)).toEqual(united);
        expect(union(ranges.toReversed())).toEqual(united);
        expect(lengthOf(ranges)).toBe(covered(ranges).length);
      }),
    );
  });

  test("clip and subtract divide a set in two", () => {
    fc.assert(
      fc.property(anyRanges, anyRanges, (ranges, windows) => {
        const inside = clip(ranges, windows);
        const outside = subtract(ranges, windows);
        const held = new Set(covered(windows));
        expect(covered(inside)).toEqual(covered(ranges).filter((offset) => held.has(offset)));
        expect(covered(outside)).toEqual(covered(ranges).filter((offset) => !held.has(offset)));
        expect(union([...inside, ...outside])).toEqual(union(ranges));
        expect(union(inside)).toEqual(inside);
        expect(union(outside)).toEqual(outside);
      }),
    );
  });

  test("do not change what they are given", () => {
    const ranges = [Object.freeze(range(3, 5)), Object.freeze(range(0, 4))];
    union(Object.freeze(ranges) as typeof ranges);
    expect(ranges).toEqual([range(3, 5), range(0, 4)]);
  });
});

describe("validateRange", () => {
  test.each([
    [range(0, 5), null],
    [range(0, 6), "outside"],
    [range(-1, 2), "outside"],
    [range(2, 2), "empty"],
    [range(3, 2), "empty"],
    [range(0.5, 2), "not_whole"],
    [range(0, Number.NaN), "not_whole"],
    [range(0, Number.POSITIVE_INFINITY), "not_whole"],
  ])("%j in a text of 5: %s", (given, reason) => {
    expect(validateRange(given, 5)).toEqual(
      reason === null ? { ok: true, range: given } : { ok: false, reason },
    );
  });

  test("passes exactly the filled ranges of the text", () => {
    fc.assert(
      fc.property(anyRange, (given) => {
        expect(validateRange(given, LENGTH).ok).toBe(given.start < given.end);
      }),
    );
  });

  test("refuses ends inside a surrogate pair, and takes combining marks apart", () => {
    expect(validateRangeInText(range(0, 2), "a👍")).toEqual({ ok: false, reason: "splits_character" });
    expect(validateRangeInText(range(2, 3), "a👍")).toEqual({ ok: false, reason: "splits_character" });
    expect(validateRangeInText(range(1, 3), "a👍").ok).toBe(true);
    expect(validateRangeInText(range(0, 1), "e\u0301").ok).toBe(true);
    expect(validateRangeInText(range(0, 9), "a👍")).toEqual({ ok: false, reason: "outside" });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignLanes, overlaps } from "@/lib/domain/segment";
import { filledRange, LENGTH } from "./ranges";

const range = (start: number, end: number) => ({ start, end });

describe("assignLanes", () => {
  test("gives the outer range the first lane, and a lane that has become free to the next", () => {
    expect(assignLanes([range(2, 4), range(0, 10), range(4, 6), range(3, 5), range(10, 12)])).toEqual({
      lanes: [1, 0, 1, 2, 0],
      count: 3,
    });
    expect(assignLanes([])).toEqual({ lanes: [], count: 0 });
    expect(assignLanes([range(1, 1), range(1, 1)])).toEqual({ lanes: [0, 1], count: 2 });
  });

  test("never lets two overlapping items share a lane, and needs no lane too many", () => {
    fc.assert(
      fc.property(fc.array(filledRange, { maxLength: 25 }), (items) => {
        const { lanes, count } = assignLanes(items);
        for (const [i, a] of items.entries()) {
          for (const [j, b] of items.entries()) {
            if (i < j && overlaps(a, b)) expect(lanes[i]).not.toBe(lanes[j]);
          }
        }
        const busiest = Array.from({ length: LENGTH }, (_, at) =>
          items.reduce((sum, item) => sum + (item.start <= at && at < item.end ? 1 : 0), 0),
        );
        expect(count).toBe(Math.max(0, ...busiest));
        expect(lanes.every((lane) => lane >= 0 && lane < count)).toBe(true);
      }),
    );
  });

  test("keeps its lanes when different ranges come in another order", () => {
    const distinct = fc.uniqueArray(filledRange, { maxLength: 20, selector: (r) => `${r.start}-${r.end}` });
    fc.assert(
      fc.property(distinct, (items) => {
        const { lanes } = assignLanes(items);
        expect(assignLanes(items.toReversed()).lanes.toReversed()).toEqual(lanes);
      }),
    );
  });

  test("takes a hundred thousand items over one place", () => {
    const items = Array.from({ length: 100_000 }, (_, index) => range(index, 200_000 - index));
    expect(assignLanes(items).count).toBe(100_000);
  });
});

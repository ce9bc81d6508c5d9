import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRanges, lanesOf, overlaps, type Range } from "@/lib/domain/segment";
import { filledRange, LENGTH } from "./ranges";

const range = (start: number, end: number) => ({ start, end });
const inOrder = (items: readonly Range[]) => items.toSorted(compareRanges);
const several = fc.array(filledRange, { maxLength: 25 }).map(inOrder);

describe("lanesOf", () => {
  test("gives the outer range the first lane, and a lane that has become free to the next", () => {
    const items = [range(0, 10), range(2, 4), range(3, 5), range(4, 6), range(10, 12)];
    expect([...lanesOf(items)]).toEqual([0, 1, 2, 1, 0]);
    expect([...lanesOf([])]).toEqual([]);
    expect([...lanesOf([range(1, 1), range(1, 1)])]).toEqual([0, 1]);
  });

  test("never lets two overlapping items share a lane, and needs no lane too many", () => {
    fc.assert(
      fc.property(several, (items) => {
        const lanes = [...lanesOf(items)];
        for (const [i, a] of items.entries()) {
          for (const [j, b] of items.entries()) {
            if (i < j && overlaps(a, b)) expect(lanes[i]).not.toBe(lanes[j]);
          }
        }
        const busiest = Array.from({ length: LENGTH }, (_, at) =>
          items.reduce((sum, item) => sum + (item.start <= at && at < item.end ? 1 : 0), 0),
        );
        expect(Math.max(-1, ...lanes) + 1).toBe(Math.max(0, ...busiest));
        expect(lanes.every((lane) => lane >= 0)).toBe(true);
      }),
    );
  });

  test("goes on from any place as if it had come there", () => {
    fc.assert(
      fc.property(several, fc.nat(), (items, place) => {
        const lanes = [...lanesOf(items)];
        const at = place % (items.length + 1);
        const { start } = items[at] ?? { start: 0 };
        const standing = items
          .slice(0, at)
          .map(({ end }, index) => ({ end, lane: lanes[index] ?? 0 }))
          .filter(({ end }) => end > start);
        expect([...lanesOf(items.slice(at), standing)]).toEqual(lanes.slice(at));
      }),
    );
  });

  test("takes a hundred thousand items over one place", () => {
    const items = Array.from({ length: 100_000 }, (_, index) => range(index, 200_000 - index));
    expect([...lanesOf(items)].at(-1)).toBe(99_999);
  });
});

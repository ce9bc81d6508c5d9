import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heardOf, type Point, placeAt, stretchAt, timeAt, timelineOf } from "@/lib/domain/recording";
import { containsOffset } from "@/lib/domain/segment";

const LENGTH = 60;
const DURATION = 5_000;
const anyPoints = fc.array(fc.record({ at: fc.nat(LENGTH + 5), ms: fc.nat(DURATION + 500) }), {
  maxLength: 14,
});
const anyTimeline = fc
  .tuple(anyPoints, fc.option(fc.constant(DURATION)))
  .map(([points, duration]) => timelineOf(points, LENGTH, duration))
  .filter(({ points }) => points.length > 0);
const anyOffset = fc.nat(LENGTH - 1);

const POINTS: Point[] = [
  { at: 10, ms: 1_000 },
  { at: 20, ms: 2_000 },
  { at: 40, ms: 3_000 },
];

test("between two points speech is even, before the first nothing is known, and the last lasts to the end", () => {
  const timeline = timelineOf(POINTS, 60, 5_000);
  expect([9, 10, 15, 20, 30, 40, 50, 60].map((offset) => timeAt(timeline, offset))).toEqual([
    null,
    1_000,
    1_500,
    2_000,
    2_500,
    3_000,
    4_000,
    5_000,
  ]);
  expect([999, 1_000, 1_550, 2_500, 4_000, 9_000].map((ms) => placeAt(timeline, ms))).toEqual([
    null,
    10,
    15,
    30,
    50,
    60,
  ]);
  expect(stretchAt(timeline, 1_999)).toEqual({ start: 10, end: 20 });
  expect(stretchAt(timeline, 2_000)).toEqual({ start: 20, end: 40 });
  expect(stretchAt(timeline, 0)).toBeNull();
});

test("without the length of the recording the last stretch is at its point, and is played to the end", () => {
  const timeline = timelineOf(POINTS, 60, null);
  expect(timeAt(timeline, 59)).toBe(3_000);
  expect(stretchAt(timeline, 60_000)).toEqual({ start: 40, end: 60 });
  expect(heardOf(timeline, { start: 45, end: 50 })).toEqual({ from: 3_000, until: null });
});

test("a range is heard from its first word to its last, and none that stands before the first point", () => {
  const timeline = timelineOf(POINTS, 60, 5_000);
  expect(heardOf(timeline, { start: 15, end: 30 })).toEqual({ from: 1_500, until: 2_500 });
  expect(heardOf(timeline, { start: 0, end: 15 })).toEqual({ from: 1_000, until: 1_500 });
  expect(heardOf(timeline, { start: 0, end: 10 })).toBeNull();
});

test("one mistyped time costs one point", () => {
  const wrong = [...POINTS.slice(0, 1), { at: 15, ms: 4_999 }, ...POINTS.slice(1)];
  expect(timelineOf(wrong, 60, 5_000).points).toEqual(POINTS);
});

describe("laws of a timeline", () => {
  test("places and times rise, and as many points are kept as can be", () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const kept = timelineOf(points, LENGTH, DURATION).points;
        for (const [index, { at, ms }] of kept.entries()) {
          expect(points).toContainEqual({ at, ms });
          const next = kept[index + 1];
          if (next) expect(next.at > at && next.ms > ms).toBe(true);
        }
        const rest = timelineOf(kept, LENGTH, DURATION).points;
        expect(rest).toEqual(kept);
      }),
    );
  });

  test("the time of a point's place is the point's, and times never fall", () => {
    fc.assert(
      fc.property(anyTimeline, anyOffset, (timeline, offset) => {
        for (const { at, ms } of timeline.points) expect(timeAt(timeline, at)).toBe(ms);
        const [now, later] = [timeAt(timeline, offset), timeAt(timeline, offset + 1)];
        if (now !== null) expect(later).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  test("stretches part the text, and the time of each place lies in the stretch of that place", () => {
    fc.assert(
      fc.property(anyTimeline, anyOffset, (timeline, offset) => {
        const ms = timeAt(timeline, offset);
        const first = timeline.points[0]?.at ?? LENGTH;
        expect(ms === null).toBe(offset < first);
        if (ms === null) return;
        const stretch = stretchAt(timeline, ms);
        expect(stretch && containsOffset(stretch, offset)).toBe(true);
      }),
    );
  });

  test("the place of a place's time is that place", () => {
    fc.assert(
      fc.property(anyTimeline, anyOffset, (timeline, offset) => {
        const ms = timeAt(timeline, offset);
        const last = timeline.points.at(-1)?.at ?? 0;
        if (ms === null || (timeline.duration === null && offset > last)) return;
        expect(Math.abs((placeAt(timeline, ms) ?? -9) - offset)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

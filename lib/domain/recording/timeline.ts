import type { Range } from "../segment";

/** What stands from `at` on (UTF-16 code units of the text) was said from `ms` on (of the recording). */
export interface Point {
  at: number;
  ms: number;
}

/** Points of a text in order, both their places and their times rising. */
export interface Timeline {
  points: readonly Point[];
  /** Of the whole text, in UTF-16 code units. */
  length: number;
  /** Of the recording, in milliseconds; null while it is not known. */
  duration: number | null;
}

/**
 * The points in order of place, without those that would turn time back or stand still: of all ways to leave some
 * out, one that keeps the most. Of two points at one place the first stays. Points past the end of the text, or
 * of the recording, are left out.
 */
export function timelineOf(points: readonly Point[], length: number, duration: number | null): Timeline {
  const within = points.filter(
    ({ at, ms }) => at >= 0 && at < length && (duration === null || ms < duration),
  );
  const sorted = within.toSorted((a, b) => a.at - b.at);
  const places = sorted.filter(({ at }, index) => index === 0 || sorted[index - 1]?.at !== at);
  return { points: longestRise(places), length, duration };
}

/** A longest series of the points, in their order, whose times rise (Fredman 1975). */
function longestRise(points: readonly Point[]): Point[] {
  // Of the series of each length, the one whose last time is least; each links to the one it goes on from.
  const ends: { point: Point; from: Link | null }[] = [];
  for (const point of points) {
    const place = countUntil(ends, ({ point: { ms } }) => ms < point.ms);
    ends[place] = { point, from: ends[place - 1] ?? null };
  }
  const kept: Point[] = [];
  for (let link: Link | null = ends.at(-1) ?? null; link; link = link.from) kept.push(link.point);
  return kept.reverse();
}

interface Link {
  point: Point;
  from: Link | null;
}

/** How many items from the beginning on fulfil a condition that those after them do not. */
function countUntil<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The point at or before a place, and the one that ends its stretch: the next, or the end of text and recording. */
function around({ points, length, duration }: Timeline, index: number): { from: Point; to: Point } | null {
  const from = points[index];
  if (!from) return null;
  return { from, to: points[index + 1] ?? { at: length, ms: duration ?? from.ms } };
}

/** When what stands at an offset was said, in milliseconds; null before the first point. */
export function timeAt(timeline: Timeline, offset: number): number | null {
  const found = around(timeline, countUntil(timeline.points, ({ at }) => at <= offset) - 1);
  if (!found) return null;
  const { from, to } = found;
  const share = Math.min(1, (offset - from.at) / Math.max(1, to.at - from.at));
  return from.ms + share * (to.ms - from.ms);
}

/** The offset of what was said at a time, rounded down; null before the first point. */
export function placeAt(timeline: Timeline, ms: number): number | null {
  const found = around(timeline, countUntil(timeline.points, (point) => point.ms <= ms) - 1);
  if (!found) return null;
  const { from, to } = found;
  const share = to.ms === from.ms ? 0 : Math.min(1, (ms - from.ms) / (to.ms - from.ms));
  return from.at + Math.floor(share * (to.at - from.at));
}

/** What is said at a time, between two points, half-open; null before the first. */
export function stretchAt(timeline: Timeline, ms: number): Range | null {
  const found = around(timeline, countUntil(timeline.points, (point) => point.ms <= ms) - 1);
  return found && { start: found.from.at, end: found.to.at };
}

/** A stretch of a recording, half-open, in milliseconds; it runs to the end where `until` is null. */
export interface HeardStretch {
  from: number;
  until: number | null;
}

/** When a range of the text was said; null where all of it stands before the first point. */
export function heardOf(timeline: Timeline, { start, end }: Range): HeardStretch | null {
  const [first] = timeline.points;
  if (!first || end <= first.at) return null;
  const last = timeline.points.at(-1) ?? first;
  const open = timeline.duration === null && end > last.at;
  return {
    from: timeAt(timeline, Math.max(start, first.at)) ?? first.ms,
    until: open ? null : timeAt(timeline, end),
  };
}

import type { Range } from "../segment";
import type { CountingUnit } from "../text";
import type { Amount } from "./amount";
import { firstEndingAfter, type Part } from "./talk";

/** One language of a unit of talk: what it is counted in, how many units begin in a range, and each interviewee's parts, sorted and disjoint. */
export type Side = {
  readonly unit: CountingUnit;
  readonly count: (start: number, end: number) => number;
  readonly partsOf: ReadonlyMap<string | null, readonly Part[]>;
};

/**
 * How much of one interviewee's talk the ranges cover; `ranges[k]` are those of `sides[k]`, sorted. Every
 * range that covers any of it counts as one segment; what several cover is counted once. An aligned turn
 * that an earlier side has covered any of does not count again on a later side.
 */
export function measure(
  sides: readonly Side[],
  intervieweeId: string | null,
  ranges: readonly (readonly Range[])[],
): Amount {
  const amount = { segments: 0, words: 0, characters: 0 };
  const counted = new Set<number>();
  for (const [index, side] of sides.entries()) {
    const list = ranges[index] ?? [];
    if (list.length === 0) continue;
    const all = side.partsOf.get(intervieweeId) ?? [];
    const parts =
      counted.size === 0 ? all : all.filter((part) => part.align === null || !counted.has(part.align));
    // The ranges come by their start, so whatever lies before here and is covered at all has been counted.
    let countedTo = 0;
    for (const range of list) {
      let met = false;
      for (let at = firstEndingAfter(parts, range.start); at < parts.length; at += 1) {
        const part = parts[at] as Part;
        if (part.start >= range.end) break;
        met = true;
        const start = Math.max(range.start, part.start, countedTo);
        amount[side.unit] += side.count(start, Math.min(range.end, part.end));
        if (part.align !== null) counted.add(part.align);
      }
      if (met) amount.segments += 1;
      countedTo = Math.max(countedTo, range.end);
    }
  }
  return amount;
}

import { Heap } from "./heap";
import type { Range } from "./range";

/** An item that began before others: until where its lane, from 0, is not free for them. */
export interface Standing {
  readonly end: number;
  readonly lane: number;
}

/**
 * Lanes for margin stripes, one for each of `items` in turn: no two items that overlap share one, and there
 * are no more lanes than items over one place. `items` come in the order of `compareRanges` (equal ranges in
 * any order that is kept); each takes the lowest lane that is free where it begins. Items that touch may share
 * a lane. An empty item takes room for one code unit.
 *
 * A lane depends on nothing but what stands where the item begins. So one may begin anywhere in a list, given
 * in `standing` the items before that reach further, and stop wherever what stands is as it was.
 * O(log n) for each lane taken, however many items overlap.
 */
export function* lanesOf(items: Iterable<Range>, standing: readonly Standing[] = []): Generator<number> {
  const taken = new Heap<Standing>((a, b) => a.end - b.end);
  const free = new Heap<number>((a, b) => a - b);
  const lanes = new Set(standing.map(({ lane }) => lane));
  let count = 0;
  for (; lanes.size > 0; count += 1) if (!lanes.delete(count)) free.push(count);
  for (const each of standing) taken.push(each);
  for (const { start, end } of items) {
    for (let ended = taken.least(); ended && ended.end <= start; ended = taken.least()) {
      free.push(ended.lane);
      taken.pop();
    }
    const lane = free.pop() ?? count++;
    taken.push({ end: Math.max(end, start + 1), lane });
    yield lane;
  }
}

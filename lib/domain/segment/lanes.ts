import { compareRanges, type Range } from "./range";

/** `lanes[i]` is the lane of the i-th item, from 0; `count` is how many lanes there are. */
export type Lanes = { lanes: number[]; count: number };

/**
 * Lanes for margin stripes: no two items that overlap share one, and there are no more lanes than items
 * over one place. Items take the lowest free lane in the order of `compareRanges` (earlier start, then the
 * longer; equal ranges as given). Items that touch may share a lane. An empty item takes room for one code
 * unit. O(n log n), however many items overlap.
 */
export function assignLanes(items: readonly Range[]): Lanes {
  const endOf = (index: number) => {
    const item = items[index] as Range;
    return Math.max(item.end, item.start + 1);
  };
  const indices = items.map((_, index) => index);
  const byStart = indices.toSorted((a, b) => compareRanges(items[a] as Range, items[b] as Range) || a - b);
  const byEnd = indices.toSorted((a, b) => endOf(a) - endOf(b));

  const lanes = new Array<number>(items.length).fill(0);
  const free: number[] = [];
  let count = 0;
  let ended = 0;
  for (const index of byStart) {
    const { start } = items[index] as Range;
    // Whatever has ended by here began earlier, so it already has its lane.
    for (; ended < byEnd.length && endOf(byEnd[ended] as number) <= start; ended += 1) {
      pushLowestFirst(free, lanes[byEnd[ended] as number] as number);
    }
    lanes[index] = popLowest(free) ?? count++;
  }
  return { lanes, count };
}

/** Adds a lane to a binary heap whose first element is the lowest. */
function pushLowestFirst(heap: number[], lane: number): void {
  let index = heap.push(lane) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if ((heap[parent] as number) <= lane) break;
    heap[index] = heap[parent] as number;
    index = parent;
  }
  heap[index] = lane;
}

/** Takes the lowest lane from the heap, or undefined if it is empty. */
function popLowest(heap: number[]): number | undefined {
  const lowest = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return lowest;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
    if ((heap[child] as number) >= last) break;
    heap[index] = heap[child] as number;
    index = child;
  }
  heap[index] = last;
  return lowest;
}

import type { Stretch } from "./shortest";

/** Places of two sequences that belong together: items `at` and `otherAt`, and `length` items from there on. */
export interface Anchor {
  at: number;
  otherAt: number;
  length: number;
}

/** Stands for a run of items that occurs more than once. */
const TWICE = -1;

/**
 * Runs of `length` items that occur once in either sequence and in the same order in both: the longest
 * such chain, by longest increasing subsequence (B. Cohen's patience diff). O(n log n).
 */
export function anchors(stretch: Stretch, length: number): Anchor[] {
  const { items, start, end, others, otherStart, otherEnd } = stretch;
  const here = places(items, start, end, length);
  const there = places(others, otherStart, otherEnd, length);
  const common: Anchor[] = [];
  for (const [key, at] of here) {
    const otherAt = there.get(key) ?? TWICE;
    if (at !== TWICE && otherAt !== TWICE && alike(stretch, at, otherAt, length))
      common.push({ at, otherAt, length });
  }
  return rising(common.sort((a, b) => a.at - b.at));
}

/** Where each run of items begins, or that there are several. */
function places(items: Int32Array, start: number, end: number, length: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = start; at + length <= end; at += 1) {
    let key = 0;
    for (let index = 0; index < length; index += 1)
      key = (Math.imul(key, 0x9e3779b1) + (items[at + index] as number) + 1) | 0;
    found.set(key, found.has(key) ? TWICE : at);
  }
  return found;
}

function alike({ items, others }: Stretch, at: number, otherAt: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (items[at + index] !== others[otherAt + index]) return false;
  return true;
}

/** The longest chain of anchors whose other places rise, too. */
function rising(anchors: readonly Anchor[]): Anchor[] {
  // tails[n] is the anchor with the lowest other place that ends a chain of n + 1.
  const tails: number[] = [];
  const previous = new Int32Array(anchors.length).fill(-1);
  const other = (index: number) => (anchors[index] as Anchor).otherAt;
  for (let index = 0; index < anchors.length; index += 1) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (other(tails[middle] as number) < other(index)) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number)
    chain.push(anchors[index] as Anchor);
  return chain.reverse();
}

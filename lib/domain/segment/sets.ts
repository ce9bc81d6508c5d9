import { compareRanges, type Range } from "./range";

/**
 * The code units covered by any of `ranges`, as the fewest ranges: sorted, disjoint, none empty and no two
 * touching. Empty ranges are left out. O(n log n).
 */
export function union(ranges: readonly Range[]): Range[] {
  const sorted = ranges.filter((range) => range.start < range.end).sort(compareRanges);
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** The code units of `ranges` that lie in any of `windows`, sorted and disjoint. O(n log n). */
export function clip(ranges: readonly Range[], windows: readonly Range[]): Range[] {
  const outer = union(windows);
  const clipped: Range[] = [];
  let first = 0;
  for (const range of union(ranges)) {
    while ((outer[first]?.end ?? Number.POSITIVE_INFINITY) <= range.start) first += 1;
    for (let index = first; index < outer.length; index += 1) {
      const window = outer[index] as Range;
      if (window.start >= range.end) break;
      clipped.push({ start: Math.max(range.start, window.start), end: Math.min(range.end, window.end) });
    }
  }
  return clipped;
}

/** The code units of `ranges` that lie in none of `holes`, sorted and disjoint. O(n log n). */
export function subtract(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  return clip(ranges, gaps(union(holes)));
}

/** How many code units any of `ranges` covers; what several cover counts once. */
export function lengthOf(ranges: readonly Range[]): number {
  return union(ranges).reduce((sum, range) => sum + range.end - range.start, 0);
}

/** What lies before, between and after united ranges. */
function gaps(united: readonly Range[]): Range[] {
  const ends = [Number.NEGATIVE_INFINITY, ...united.map((range) => range.end)];
  const starts = [...united.map((range) => range.start), Number.POSITIVE_INFINITY];
  return ends.map((start, index) => ({ start, end: starts[index] as number }));
}

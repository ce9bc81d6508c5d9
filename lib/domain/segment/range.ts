/** A half-open range [start, end) of a text, in UTF-16 code units. Empty when `end` is not above `start`. */
export type Range = { readonly start: number; readonly end: number };

/** The one order of ranges: the earlier start first; of equal starts the longer, so that an outer range comes before what it holds. */
export function compareRanges(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether the two ranges share at least one code unit. An empty range shares none. */
export function overlaps(a: Range, b: Range): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether one range ends exactly where the other begins: they share a border and no code unit. */
export function touches(a: Range, b: Range): boolean {
  return a.start < a.end && b.start < b.end && (a.end === b.start || b.end === a.start);
}

/** What two ranges have in common, or null if that is nothing. */
export function intersect(a: Range, b: Range): Range | null {
  return overlaps(a, b) ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : null;
}

/** Whether the code unit at `offset` belongs to the range: its start does, its end does not. */
export function containsOffset(range: Range, offset: number): boolean {
  return range.start <= offset && offset < range.end;
}

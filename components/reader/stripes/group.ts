import type { Painted } from "../model/painted";

/** Segments that several coders made alike: one bracket and one label stand for them. Never empty. */
export interface Group {
  id: string;
  segments: readonly [Painted, ...Painted[]];
}

/** Joins segments with the same borders and the same codes, in the order of the first of each. */
export function groupAlike(segments: readonly Painted[]): Group[] {
  const groups = new Map<string, [Painted, ...Painted[]]>();
  for (const segment of segments) {
    const alike = groups.get(segment.likeness);
    if (alike) alike.push(segment);
    else groups.set(segment.likeness, [segment]);
  }
  return [...groups.values()].map((alike) => ({ id: alike[0].id, segments: alike }));
}

/** What a press on the group makes the segment at hand: the first, and pressed again the next. */
export function nextOf({ segments }: Group, chosen: string | null): string {
  const at = segments.findIndex((segment) => segment.id === chosen);
  return (segments[(at + 1) % segments.length] ?? segments[0]).id;
}

/** Whether both stand for the very same segments. */
export function sameGroup(a: Group, b: Group): boolean {
  return sameItems(a.segments, b.segments);
}

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

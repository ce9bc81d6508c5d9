import type { Painted } from "./painted";
import { type Filter, passes } from "./session";

type Segments = readonly Painted[];

/** Those of a paragraph that pass the filter: one list for one list, so that what hangs on it stays. */
export function shownIn(segments: Segments, filter: Filter): Segments {
  if (filter.coderId === null && filter.codeIds === null) return segments;
  const by = known.get(filter) ?? new WeakMap<Segments, Segments>();
  known.set(filter, by);
  const shown = by.get(segments) ?? segments.filter((segment) => passes(filter, segment));
  by.set(segments, shown);
  return shown;
}

const known = new WeakMap<Filter, WeakMap<Segments, Segments>>();

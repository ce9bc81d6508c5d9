import { overlaps, type Range } from "@/lib/domain/segment";
import type { Painted } from "../model/painted";

/** A stretch of a paragraph that looks the same throughout. Offsets into the whole text. */
export interface Run extends Range {
  /** Whose segments cover it, in order of place. */
  segments: readonly Painted[];
  /** A label or a time that stands in the text before the speech. */
  label: boolean;
  found: "hit" | "current" | null;
  /** Part of a pseudonym: where it begins. */
  hidden: Range | null;
}

export interface Marks {
  segments: readonly Painted[];
  /** Up to here the paragraph is a label. */
  labelEnd: number;
  hits: readonly Range[];
  current: Range | null;
  /** The words that are about to be coded. */
  draft?: Range | null;
  /** What is heard. */
  heard?: Range | null;
  /** Pseudonyms in the paragraph. */
  hidden?: readonly Range[];
}

/**
 * Splits [start, end) wherever something begins or ends, so that each run is one element of the page
 * and the first and last run of a segment tell where it stands.
 */
export function runsOf(
  range: Range,
  { segments, labelEnd, hits, current, draft, heard, hidden = [] }: Marks,
): Run[] {
  const borders = new Set([range.start, range.end]);
  const cut = (offset: number) => {
    if (range.start < offset && offset < range.end) borders.add(offset);
  };
  cut(labelEnd);
  for (const each of [
    ...segments,
    ...hits,
    ...(draft ? [draft] : []),
    ...(heard ? [heard] : []),
    ...hidden,
  ]) {
    cut(each.start);
    cut(each.end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const run = { start: sorted[index] as number, end: sorted[index + 1] as number };
    const hit = hits.find((each) => overlaps(each, run));
    const isCurrent = hit !== undefined && hit.start === current?.start && hit.end === current.end;
    runs.push({
      ...run,
      segments: segments.filter((segment) => overlaps(segment, run)),
      label: run.end <= labelEnd,
      found: hit ? (isCurrent ? "current" : "hit") : null,
      hidden: hidden.find((each) => overlaps(each, run)) ?? null,
    });
  }
  return runs;
}

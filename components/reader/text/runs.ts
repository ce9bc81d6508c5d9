import { overlaps, type Range } from "@/lib/domain/segment";
import type { Painted } from "../model/painted";

/** More lines under one word could not be told apart. */
export const MOST_LINES = 3;

/** A stretch of a paragraph that looks the same throughout. Offsets into the whole text. */
export interface Run extends Range {
  /** Whose segments cover it, in order of place; of a run of `many`, those that cover its beginning. */
  segments: readonly Painted[];
  /** The codes whose lines are drawn. */
  lines: readonly string[];
  /** Whether segments begin or end within, of whom nothing is drawn. */
  many: boolean;
  /** A label or a time that stands in the text before the speech. */
  label: boolean;
  found: "hit" | "current" | null;
  /** Part of a pseudonym: where it begins. */
  hidden: Range | null;
}

export interface Marks {
  /** In order of place. */
  segments: readonly Painted[];
  /** Up to here the paragraph is a label. */
  labelEnd: number;
  hits: readonly Range[];
  current: Range | null;
  /** The words that are about to be coded. */
  draft?: Range | null;
  /** Segments that look otherwise than the rest, such as the one at hand. */
  apart?: readonly Range[];
  /** What is heard. */
  heard?: Range | null;
  /** Pseudonyms in the paragraph. */
  hidden?: readonly Range[];
}

/**
 * Splits [start, end) wherever something begins or ends, so that each run is one element of the page
 * and the first and last run of a segment tell where it stands. Where more lie on the words than have a line,
 * and the same lines go on, the run goes on too: under forty codings every word would be an element of its own.
 */
export function runsOf(
  range: Range,
  { segments, labelEnd, hits, current, draft, heard, hidden = [], apart = [] }: Marks,
): Run[] {
  const seen = [...hits, ...(draft ? [draft] : []), ...(heard ? [heard] : []), ...hidden, ...apart];
  const borders = new Set([range.start, labelEnd, range.end]);
  for (const { start, end } of seen) borders.add(start).add(end);
  const all = new Set(borders);
  for (const { start, end } of segments) all.add(start).add(end);
  const sorted = [...all]
    .filter((offset) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a - b);
  const runs: Run[] = [];
  let standing: readonly Painted[] = [];
  let come = 0;
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const run = { start: sorted[index] as number, end: sorted[index + 1] as number };
    const before = come;
    while (come < segments.length && (segments[come] as Painted).start <= run.start) come += 1;
    standing = [...standing, ...segments.slice(before, come)].filter(({ end }) => end > run.start);
    const last = runs.at(-1);
    const lines = linesOf(standing, last?.lines ?? []);
    if (last && !borders.has(run.start) && alike(last, { segments: standing, lines })) {
      Object.assign(last, { end: run.end, many: true });
      continue;
    }
    const hit = hits.find((each) => overlaps(each, run));
    const isCurrent = hit !== undefined && hit.start === current?.start && hit.end === current.end;
    runs.push({
      ...run,
      segments: standing,
      lines,
      many: false,
      label: run.end <= labelEnd,
      found: hit ? (isCurrent ? "current" : "hit") : null,
      hidden: hidden.find((each) => overlaps(each, run)) ?? null,
    });
  }
  return runs;
}

/**
 * The codes whose lines are drawn: all, or of more the most that can be told apart. A line goes on as long as it can,
 * and the one that reaches furthest takes the place of one that ends, so that under many codings lines are few and long.
 */
function linesOf(segments: readonly Painted[], before: readonly string[]): readonly string[] {
  if (before.length === MOST_LINES && goOn(segments, before)) return before;
  const reach = new Map<string, number>();
  for (const { codeIds, end } of segments)
    for (const id of codeIds) reach.set(id, Math.max(reach.get(id) ?? 0, end));
  if (reach.size <= MOST_LINES) return [...reach.keys()];
  const rest = [...reach].filter(([id]) => !before.includes(id)).sort(([, a], [, b]) => b - a);
  return Array.from({ length: MOST_LINES }, (_, at) => {
    const kept = before[at];
    return kept !== undefined && reach.has(kept) ? kept : (rest.shift()?.[0] ?? "");
  });
}

/** Whether all these lines go on, and there are more codes than lines: then nothing has to be chosen. */
function goOn(segments: readonly Painted[], lines: readonly string[]): boolean {
  const going = new Set<string>();
  let further = false;
  for (const { codeIds } of segments)
    for (const id of codeIds) {
      if (lines.includes(id)) going.add(id);
      else further = true;
      if (further && going.size === lines.length) return true;
    }
  return false;
}

/** Whether nobody could tell where the one ends and the other begins. */
const alike = (a: Run, b: Pick<Run, "segments" | "lines">) =>
  a.segments.length > MOST_LINES &&
  b.segments.length > MOST_LINES &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, at) => line === b.lines[at]);

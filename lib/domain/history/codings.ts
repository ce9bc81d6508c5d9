import type { Change, CodingState, SegmentState } from "../coding";

/** An event on codings: its rows as they were. */
export interface CodingEvent {
  before: Change;
}

/**
 * Segments and codings as they were, from those of now and the events since then, oldest first. A row that was
 * not there yet is there as deleted; what no event since has touched is as it is now.
 */
export function rowsAt(now: Change, since: readonly CodingEvent[]): Change {
  const segments = new Map(now.segments.map((row) => [row.id, row]));
  const codings = new Map(now.codings.map((row) => [row.id, row]));
  for (const { before } of since.toReversed()) {
    for (const row of before.segments) segments.set(row.id, row);
    for (const row of before.codings) codings.set(row.id, row);
  }
  return { segments: [...segments.values()], codings: [...codings.values()] };
}

/** The rows that bringing them back to `then` changes, as they are and as they will be. */
export function planRestore(now: Change, then: Change): { before: Change; after: Change } {
  const segments = changed(now.segments, then.segments, restoredSegment);
  const codings = changed(now.codings, then.codings, restoredCoding);
  return {
    before: { segments: segments.map(([row]) => row), codings: codings.map(([row]) => row) },
    after: { segments: segments.map(([, row]) => row), codings: codings.map(([, row]) => row) },
  };
}

function changed<Row extends { id: string; deleted: boolean }>(
  now: readonly Row[],
  then: readonly Row[],
  restored: (now: Row, then: Row) => Row,
): [Row, Row][] {
  const were = new Map(then.map((row) => [row.id, row]));
  return now.flatMap((row): [Row, Row][] => {
    const was = were.get(row.id);
    // One that has been erased since is not in `now`; one of which nothing is known stays.
    if (!was || (row.deleted && was.deleted)) return [];
    const after = was.deleted ? { ...row, deleted: true } : restored(row, was);
    return equal(row, after) ? [] : [[row, after]];
  });
}

function restoredSegment(now: SegmentState, then: SegmentState): SegmentState {
  if (now.versionId === then.versionId) return then;
  const { versionId, start, end, quote, before, after } = now;
  return { ...then, versionId, start, end, quote, before, after };
}

function restoredCoding(now: CodingState, { codeId, revision }: CodingState): CodingState {
  return { ...now, codeId, revision, deleted: false };
}

function equal<Row extends object>(a: Row, b: Row): boolean {
  return (Object.keys(a) as (keyof Row)[]).every((field) => a[field] === b[field]);
}

/** How many rows come back, go, and change. */
export interface Counts {
  back: number;
  gone: number;
  changed: number;
}

export interface RestoreCounts {
  segments: Counts;
  codings: Counts;
  /** Segments by who made them. */
  coders: Map<string, Counts>;
}

/** Counts a plan. */
export function countRestore({ before, after }: { before: Change; after: Change }): RestoreCounts {
  const counts: RestoreCounts = { segments: none(), codings: none(), coders: new Map() };
  before.segments.forEach((row, at) => {
    const how = howOf(row, after.segments[at]);
    const own = counts.coders.get(row.coderId) ?? none();
    counts.coders.set(row.coderId, own);
    counts.segments[how] += 1;
    own[how] += 1;
  });
  before.codings.forEach((row, at) => {
    counts.codings[howOf(row, after.codings[at])] += 1;
  });
  return counts;
}

const none = (): Counts => ({ back: 0, gone: 0, changed: 0 });

function howOf(before: { deleted: boolean }, after: { deleted: boolean } | undefined): keyof Counts {
  if (before.deleted) return "back";
  return after?.deleted ? "gone" : "changed";
}

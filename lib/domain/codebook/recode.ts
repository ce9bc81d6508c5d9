import type { CodingState } from "../coding";

/** Rows as they were and as they become, pair by pair. */
export interface Recoding {
  readonly before: CodingState[];
  readonly after: CodingState[];
}

/**
 * What giving codings of one code another code changes. `codings` are the live ones of the segments concerned;
 * `to` names the code that a coding of `from` gets, or null where it stays. A segment that has that code already
 * keeps one of the two: the one that it had. `revision` is the one that somebody decided under, and is taken over
 * by the codings that move; null leaves each with its own.
 */
export function recode(
  codings: readonly CodingState[],
  from: string,
  to: (coding: CodingState) => string | null,
  revision: number | null,
): Recoding {
  const standing = new Set(codings.filter((coding) => !coding.deleted).map(placeOf));
  const before: CodingState[] = [];
  const after: CodingState[] = [];
  for (const coding of codings) {
    const codeId = coding.deleted || coding.codeId !== from ? null : to(coding);
    if (codeId === null || codeId === from) continue;
    const moved = { ...coding, codeId, revision: Math.max(coding.revision, revision ?? 0) };
    before.push(coding);
    after.push(standing.has(placeOf(moved)) ? { ...coding, deleted: true } : moved);
    standing.add(placeOf(moved));
  }
  return { before, after };
}

/**
 * What putting codings back changes: those that are still as the change left them, on segments that are still there.
 * What somebody has changed since stays as they made it, and is in `left` as the change had left it.
 */
export function putBack(
  change: Recoding,
  now: ReadonlyMap<string, CodingState>,
  isLive: (segmentId: string) => boolean,
): Recoding & { left: CodingState[] } {
  const before: CodingState[] = [];
  const after: CodingState[] = [];
  const left: CodingState[] = [];
  for (const [index, made] of change.after.entries()) {
    const former = change.before[index];
    const current = now.get(made.id);
    if (!former || !current || !sameCoding(current, made) || (!former.deleted && !isLive(former.segmentId))) {
      left.push(made);
      continue;
    }
    before.push(current);
    after.push(former);
  }
  return { before, after, left };
}

const placeOf = ({ segmentId, codeId }: CodingState) => `${segmentId} ${codeId}`;

function sameCoding(a: CodingState, b: CodingState): boolean {
  return a.codeId === b.codeId && a.deleted === b.deleted && a.revision === b.revision;
}

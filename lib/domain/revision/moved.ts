import { contextOf, type Range, type Rebaser, rebaser, type TextContext } from "../segment";
import { carrier } from "./carry";
import type { Placer } from "./place";
import { hideAlike, type Redacted } from "./redaction";

/** A segment where it stands, on the version before or on one that it was left on. */
export interface StandingSegment extends Range {
  id: string;
  versionId: string;
  coderId: string;
  deleted: boolean;
}

type Place = Range & { id: string };

/** What becomes of segments when a version follows. */
export interface MovedSegments {
  /** Those with a new place that quote what they quoted, between the same words. */
  shifted: Place[];
  /** Those with a new place whose quote or context has changed, too. */
  renewed: (Place & TextContext)[];
  /** Those that stay where they are: the live ones of them wait for a person. */
  left: StandingSegment[];
  /** Live segments that have a certain place in the new version, and that have none. */
  placed: number;
  queued: number;
}

/** The text of a version by its id, for every version that a segment stands on. */
export type TextOf = (versionId: string) => Redacted;

/**
 * Where segments lie in the version that follows `fromId`: where they have a certain place there, deleted
 * ones too. Those that wait on older versions are tried again, since the new text may hold their words as
 * they were. Two live segments of one coder do not come to lie on the same words: the second is left, and
 * those of the version before have the older claim; otherwise the order is the one given.
 */
export function movedSegments(
  segments: readonly StandingSegment[],
  fromId: string,
  textOf: TextOf,
  to: Redacted,
): MovedSegments {
  const moved: MovedSegments = { shifted: [], renewed: [], left: [], placed: 0, queued: 0 };
  const taken = new Set<string>();
  for (const [versionId, rows] of ofVersions(segments, fromId)) {
    const old = textOf(versionId);
    const { place } = carrier(old, to);
    for (const row of rows) {
      const found = place(row);
      const key = found.ok ? `${row.coderId} ${found.range.start} ${found.range.end}` : "";
      if (!found.ok || (!row.deleted && taken.has(key))) {
        moved.left.push(row);
        if (!row.deleted) moved.queued += 1;
        continue;
      }
      if (!row.deleted) {
        taken.add(key);
        moved.placed += 1;
      }
      const now = { id: row.id, ...found.range };
      const words = contextOf(to.text, found.range);
      if (versionId === fromId && sameWords(contextOf(old.text, row), words)) moved.shifted.push(now);
      else moved.renewed.push({ ...now, ...words });
    }
  }
  return moved;
}

/** Segments by version, those of the first one first. */
function ofVersions(
  segments: readonly StandingSegment[],
  first: string,
): [string, readonly StandingSegment[]][] {
  const byVersion = new Map<string, StandingSegment[]>([[first, []]]);
  for (const segment of segments) {
    const list = byVersion.get(segment.versionId) ?? [];
    list.push(segment);
    byVersion.set(segment.versionId, list);
  }
  return [...byVersion].filter(([, list]) => list.length > 0);
}

const sameWords = (a: TextContext, b: TextContext) =>
  a.quote === b.quote && a.before === b.before && a.after === b.after;

/** What segments that are left on older versions may quote: those versions' words without the names that `to` hides. */
export function quotesWithoutNames(
  left: readonly StandingSegment[],
  textOf: TextOf,
  to: Redacted,
): (TextContext & { id: string })[] {
  const versions = new Map<string, { text: string; around: Rebaser["around"] }>();
  const without = (versionId: string) => {
    const { text, edits } = hideAlike(to, textOf(versionId));
    return { text, around: rebaser(edits).around };
  };
  return left.map(({ id, versionId, start, end }) => {
    const { text, around } = versions.get(versionId) ?? without(versionId);
    versions.set(versionId, { text, around });
    return { id, ...contextOf(text, around({ start, end })) };
  });
}

/** A place of the new version with its words and what stands around it; see `Proposal`. */
export type ProposedPlace = Range & TextContext & { score: number };

/** For ranges of older versions: where in `to` each most likely belongs, or null, in their order. */
export function proposedPlaces(
  ranges: readonly (Range & { versionId: string })[],
  textOf: TextOf,
  to: Redacted,
): (ProposedPlace | null)[] {
  const placers = new Map<string, Placer>();
  return ranges.map(({ versionId, start, end }) => {
    const placer = placers.get(versionId) ?? carrier(textOf(versionId), to);
    placers.set(versionId, placer);
    const certain = placer.place({ start, end });
    // A certain place that somebody's other segment took, or that came to be certain since.
    const proposal = certain.ok ? { range: certain.range, score: 1 } : placer.propose({ start, end });
    return proposal && { ...proposal.range, ...contextOf(to.text, proposal.range), score: proposal.score };
  });
}

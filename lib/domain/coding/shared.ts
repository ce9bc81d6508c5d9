import type { Change, CodingState, Operation, Plan, Refusal, SegmentState, View } from "./types";

/** An operation of one kind. */
export type Of<Kind extends Operation["kind"]> = Extract<Operation, { kind: Kind }>;

export const refuse = (reason: Refusal, current?: Change): Plan => ({ ok: false, reason, current });
export const rows = (segments: SegmentState[], codings: CodingState[] = []): Change => ({
  segments,
  codings,
});
export const dropped = <Row extends { deleted: boolean }>(row: Row): Row => ({ ...row, deleted: true });
export const live = (codings: CodingState[]) => codings.filter((coding) => !coding.deleted);

/** The quote and context of a range that may be a segment, or why it may not. */
export function anchor(view: View, range: { start: number; end: number; quote: string }) {
  if (range.end <= range.start || range.end > view.version.length)
    return { refusal: "outside_text" as const };
  const context = view.context(range.start, range.end);
  if (!context) return { refusal: "splits_character" as const };
  if (context.quote !== range.quote) return { refusal: "quote_differs" as const };
  return { context };
}

/** The segment, if it is there and the actor's own. */
export function own(
  view: View,
  segmentId: string,
): { segment: SegmentState; refusal?: undefined } | { refusal: Plan } {
  const segment = view.segment(segmentId);
  if (!segment || segment.deleted) return { refusal: refuse("gone") };
  if (segment.coderId !== view.actorId) return { refusal: refuse("not_yours") };
  return { segment };
}

/** The same, if it stands on the version at hand within the borders that the person saw. */
export function ownAt(
  view: View,
  segmentId: string,
  base: { start: number; end: number },
): ReturnType<typeof own> {
  const found = own(view, segmentId);
  if (found.refusal) return found;
  const { segment } = found;
  if (segment.versionId !== view.version.id) return { refusal: refuse("stale_version") };
  if (segment.start !== base.start || segment.end !== base.end)
    return { refusal: refuse("changed", rows([segment])) };
  return found;
}

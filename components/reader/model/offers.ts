import { inOnePiece } from "@/lib/domain/coding";
import type { Range } from "@/lib/domain/segment";
import { nextPaint } from "./next-paint";
import type { Painted } from "./painted";
import type { ReaderSession } from "./session";

/** Segments of one code that overlap or touch, so that they might be one. */
export interface Offer {
  codeId: string;
  parts: readonly Painted[];
}

/** What a segment of the person's own might be united with, by code. White space between segments is no gap. */
export function offersFor(session: ReaderSession, segmentId: string): Offer[] {
  const segment = session.store.paintedSegment(segmentId);
  const { me, mayCode } = session.frame;
  if (!segment || segment.coderId !== me.id || !mayCode) return [];
  const { text } = session.document;
  const blank = ({ start, end }: Range) => text.slice(start, end).trim() === "";
  const mine = session.store.ordered().filter((each) => each.coderId === me.id && each !== segment);
  return segment.codeIds.flatMap((codeId) => {
    const others = inOnePiece(
      segment,
      mine.filter((each) => each.codeIds.includes(codeId)),
      blank,
    );
    return others.length > 0 ? [{ codeId, parts: [segment, ...others] }] : [];
  });
}

/** Looks, once the change has been seen, for what the segment might be united with. */
export function offerLater(session: ReaderSession, segmentId: string): void {
  void nextPaint().then(() => session.offer.set(offersFor(session, segmentId)[0] ?? null));
}

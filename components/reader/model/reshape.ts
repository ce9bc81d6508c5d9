import type { SegmentState } from "@/lib/domain/coding";
import type { Range } from "@/lib/domain/segment";
import { chooseQuietly, step, usedLast } from "./commands";
import { trimmed, turnAt } from "./document";
import { type Offer, offersFor } from "./offers";
import type { Painted } from "./painted";
import { type ReaderSession, say } from "./session";

/** What a person does to the form of segments. Each is one step that can be undone. */

export type ReaderPlace = Pick<ReaderSession, "selection" | "chosen" | "text"> & {
  store: Pick<ReaderSession["store"], "segment">;
};

const nameOf = (session: ReaderSession, codeId: string) => session.codes.get(codeId)?.name ?? "";

/** The person's own segment at hand; else the shortest of theirs at the caret. */
function ownAtHand(session: ReaderSession): SegmentState | null {
  if (!session.frame.mayCode) return null;
  const mine = ({ coderId }: { coderId: string }) => coderId === session.frame.me.id;
  const chosen = session.chosen.get();
  const atHand = chosen ? session.store.segment(chosen) : undefined;
  if (atHand) return mine(atHand) ? atHand : null;
  const shortest = segmentsAt(session)
    .filter(mine)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  return (shortest && session.store.segment(shortest.id)) ?? null;
}

/**
 * The place that one is at: the words selected, else the caret. Who is elsewhere than in the text sees no caret there,
 * and is at the segment at hand where that lies elsewhere.
 */
export function placeAtHand(session: ReaderPlace): Range {
  const selection = session.selection.get();
  if (selection) return selection;
  const chosen = session.chosen.get();
  const segment = chosen ? session.store.segment(chosen) : undefined;
  const text = session.text.current;
  const at = text?.caret().focus ?? 0;
  if (segment && !text?.focused() && (at < segment.start || at > segment.end)) return segment;
  return { start: at, end: at };
}

/** The segments at a place, such as that which one is at, in order of place; those that end or begin at a caret too. */
export function segmentsAt(
  session: ReaderPlace & { store: Pick<ReaderSession["store"], "within"> },
  { start, end } = placeAtHand(session),
): Painted[] {
  const around = { start: Math.max(0, start - 1), end: end + 1 };
  const inside = start < end ? { start, end } : around;
  return session.store.within(inside);
}

/** Puts another code in the place of one. */
export function recode(session: ReaderSession, segmentId: string, codingId: string, codeId: string): boolean {
  const coding = session.store.codingsOf(segmentId).find(({ id }) => id === codingId);
  if (!coding || coding.codeId === codeId) return false;
  const to = { id: crypto.randomUUID(), codeId };
  const done = step(session, { id: crypto.randomUUID(), kind: "recode", segmentId, codingId, to });
  if (!done) return false;
  usedLast(session, [codeId]);
  say(session, "recoded", { from: nameOf(session, coding.codeId), to: nameOf(session, codeId) });
  return true;
}

/** Makes two segments of the one at hand, at the caret. */
export function splitAtCaret(session: ReaderSession): boolean {
  const segment = ownAtHand(session);
  const at = session.text.current?.caret().focus ?? 0;
  const inside = segment && segment.start < at && at < segment.end;
  const { text, versionId } = session.document;
  const left = inside && trimmed(text, { start: segment.start, end: at });
  const right = inside && trimmed(text, { start: at, end: segment.end });
  if (!segment || !left || !right) {
    say(session, "splitWhere");
    return false;
  }
  const quoted = ({ start, end }: Range) => ({ start, end, quote: text.slice(start, end) });
  const done = step(session, {
    ...{ id: crypto.randomUUID(), kind: "split", versionId, segmentId: segment.id },
    base: { start: segment.start, end: segment.end },
    left: quoted(left),
    right: { ...quoted(right), segmentId: crypto.randomUUID() },
    codings: putOn(session.store.codingsOf(segment.id)),
  });
  if (!done) return false;
  chooseQuietly(session, segment.id);
  say(session, "split", { left: quoted(left).quote, right: quoted(right).quote });
  return true;
}

const putOn = (codings: readonly { codeId: string }[]) =>
  [...new Set(codings.map(({ codeId }) => codeId))].map((codeId) => ({ id: crypto.randomUUID(), codeId }));

function unite(
  session: ReaderSession,
  parts: readonly Range[],
  ids: readonly string[],
  codeId: string | null,
) {
  const { text, versionId } = session.document;
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  const segmentId = crypto.randomUUID();
  const id = crypto.randomUUID();
  const done = step(session, {
    ...{ id, kind: "unite", versionId, segmentId, codeId, start, end, quote: text.slice(start, end) },
    parts: parts.map((part, index) => ({ segmentId: ids[index] ?? "", start: part.start, end: part.end })),
    codings: putOn(ids.flatMap((each) => session.store.codingsOf(each))),
  });
  if (!done) return false;
  const made = session.store.ownSegmentAt(start, end);
  if (made) chooseQuietly(session, made.id);
  session.offer.set(null);
  say(session, "united", { count: parts.length, quote: text.slice(start, end) });
  return true;
}

export function takeOffer(session: ReaderSession, { codeId, parts }: Offer): boolean {
  const ids = parts.map(({ id }) => id);
  return unite(session, parts, ids, codeId);
}

/** Makes one of two segments of the person's own, with all codes of both. */
export function mergeWith(session: ReaderSession, otherId: string): boolean {
  const segment = ownAtHand(session);
  const other = session.store.segment(otherId);
  if (!segment || !other || other.id === segment.id) return false;
  return unite(session, [segment, other], [segment.id, other.id], null);
}

/** Unites what the segment at hand overlaps or touches under the same code; else merges it with the person's next one in the turn. */
export function mergeOn(session: ReaderSession): boolean {
  const segment = ownAtHand(session);
  if (!segment) return false;
  const [offer] = offersFor(session, segment.id);
  if (offer) return takeOffer(session, offer);
  const turn = turnAt(session.document, segment.start);
  const next = session.store
    .ordered()
    .find(
      ({ id, coderId, start, end }) =>
        id !== segment.id && coderId === segment.coderId && start >= segment.start && end <= (turn?.end ?? 0),
    );
  if (next) return mergeWith(session, next.id);
  say(session, "mergeNone");
  return false;
}

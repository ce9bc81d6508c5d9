import type { Annotation, Refusal } from "@/lib/domain/coding";
import { compareRanges, type Range } from "@/lib/domain/segment";
import type { CodingOperation } from "@/lib/schemas/coding";
import { RECENT_LIMIT } from "@/lib/schemas/reading";
import { trimmed } from "./document";
import { nextPaint } from "./next-paint";
import { offerLater } from "./offers";
import type { Painted } from "./painted";
import { passes, type ReaderSession, say, unhide } from "./session";
import { tellChosen } from "./tell-place";

/** What a person does to codings. Each shows at once, waits in the outbox, and can be undone. */

/** Tells why something was not done; the words are given by whoever renders. */
function refuse(session: ReaderSession, reason: Refusal): false {
  say(session, `refused.${reason}`);
  return false;
}

function perform(session: ReaderSession, operation: CodingOperation): boolean {
  const planned = session.store.perform(operation);
  if (!planned.ok) return refuse(session, planned.reason);
  session.outbox.add(operation);
  return true;
}

/** Does it as a step that can be undone. */
export function step(session: ReaderSession, operation: CodingOperation): boolean {
  session.offer.set(null);
  if (!perform(session, operation)) return false;
  session.steps.update(({ done }) => ({ done: [...done, operation.id], undone: [] }));
  keepSteps(session);
  return true;
}

/** What can be undone is kept for after a reload. That may wait until the change has been seen. */
export function keepSteps({ outbox }: ReaderSession): void {
  void nextPaint().then(() => outbox.saveSteps());
}

/** What codes would be put on: the words selected, else the segment at hand. */
export function target(session: ReaderSession): Range | null {
  const selected = session.selection.get();
  if (selected) return selected;
  const chosen = session.chosen.get();
  return (chosen && session.store.segment(chosen)) || null;
}

/** The person's own codings on the target, by code. */
export function ownCodings(session: ReaderSession, range: Range | null): ReadonlyMap<string, string> {
  const own = range && session.store.ownSegmentAt(range.start, range.end);
  return new Map(own ? session.store.codingsOf(own.id).map((coding) => [coding.codeId, coding.id]) : []);
}

const namesOf = ({ codes }: ReaderSession, codeIds: readonly string[]) =>
  codeIds.map((id) => codes.get(id)?.name ?? "").join(", ");

/** Puts codes before all others that were used lately. */
export function usedLast({ recent }: ReaderSession, codeIds: readonly string[]): void {
  recent.update((now) => [...codeIds, ...now.filter((id) => !codeIds.includes(id))].slice(0, RECENT_LIMIT));
}

export function applyCodes(session: ReaderSession, codeIds: readonly string[]): boolean {
  const range = target(session);
  if (!range || !session.frame.mayCode) return false;
  const had = ownCodings(session, range);
  const fresh = codeIds.filter((id) => !had.has(id));
  const own = session.store.ownSegmentAt(range.start, range.end);
  usedLast(session, codeIds);
  if (fresh.length === 0) {
    if (codeIds.length > 0) say(session, "already", { codes: namesOf(session, codeIds) });
    return false;
  }
  const segmentId = own?.id ?? crypto.randomUUID();
  const { text, versionId } = session.document;
  const done = step(session, {
    id: crypto.randomUUID(),
    kind: "apply",
    versionId,
    segmentId,
    start: range.start,
    end: range.end,
    quote: text.slice(range.start, range.end),
    codings: fresh.map((codeId) => ({ id: crypto.randomUUID(), codeId })),
  });
  if (!done) return false;
  session.selection.set(null);
  unhide(session, segmentId);
  session.chosen.set(segmentId);
  // While the picker is open it has the focus, and gives it back itself.
  if (!session.picker.get()) session.text.current?.focus({ anchor: range.end, focus: range.end });
  say(session, "coded", { codes: namesOf(session, fresh) });
  offerLater(session, segmentId);
  return true;
}

/** The code used last, once more. */
export function applyAgain(session: ReaderSession): boolean {
  const codeId = session.recent.get().find((id) => session.codes.get(id)?.retired === false);
  return codeId !== undefined && applyCodes(session, [codeId]);
}

/** Asks which code is to be put in the place of one of the segment's, and first of which if it has several. */
export function startSwap(session: ReaderSession, segmentId: string | null, codingId?: string): void {
  const segment = segmentId && session.store.segment(segmentId);
  if (!segment || segment.coderId !== session.frame.me.id || !session.frame.mayCode) return;
  const [first, ...others] = session.store.codingsOf(segment.id);
  session.selection.set(null);
  session.chosen.set(segment.id);
  session.swapping.set({
    segmentId: segment.id,
    codingId: codingId ?? (others.length === 0 ? (first?.id ?? null) : null),
  });
  session.picker.set(true);
}

/** Puts the code on the target, or takes it off where it is. */
export function toggleCode(session: ReaderSession, codeId: string): boolean {
  const range = target(session);
  const coding = ownCodings(session, range).get(codeId);
  const own = range && session.store.ownSegmentAt(range.start, range.end);
  return coding && own ? removeCode(session, own.id, coding) : applyCodes(session, [codeId]);
}

export function removeCode(session: ReaderSession, segmentId: string, codingId: string): boolean {
  const coding = session.store.codingsOf(segmentId).find((each) => each.id === codingId);
  const done = step(session, { id: crypto.randomUUID(), kind: "uncode", segmentId, codingIds: [codingId] });
  if (done) say(session, "uncoded", { codes: session.codes.get(coding?.codeId ?? "")?.name ?? "" });
  if (!session.store.segment(segmentId)) session.chosen.set(null);
  return done;
}

/** Says that a code holds as it is meant now. */
export function confirmCode(session: ReaderSession, segmentId: string, codingId: string): boolean {
  const { revision } = session.frame;
  const coding = session.store.codingsOf(segmentId).find((each) => each.id === codingId);
  const id = crypto.randomUUID();
  const done = step(session, { id, kind: "confirm", segmentId, codingIds: [codingId], revision });
  if (done) say(session, "confirmed", { codes: session.codes.get(coding?.codeId ?? "")?.name ?? "" });
  return done;
}

export function removeSegment(session: ReaderSession): boolean {
  const segmentId = session.chosen.get();
  if (!segmentId || !session.frame.mayCode) return false;
  const done = step(session, { id: crypto.randomUUID(), kind: "remove", segmentId });
  if (!done) return false;
  session.chosen.set(null);
  say(session, "removed");
  return true;
}

export function resize(session: ReaderSession, segmentId: string, range: Range): boolean {
  const segment = session.store.segment(segmentId);
  const words = trimmed(session.document.text, range);
  if (!segment || !words || compareRanges(words, segment) === 0) return false;
  const quote = session.document.text.slice(words.start, words.end);
  const base = { start: segment.start, end: segment.end };
  const { versionId } = session.document;
  const done = step(session, {
    ...{ id: crypto.randomUUID(), kind: "resize", versionId, segmentId },
    ...{ ...words, quote, base },
  });
  if (done) {
    say(session, "resized", { quote });
    offerLater(session, segmentId);
  }
  return done;
}

export function annotate(
  session: ReaderSession,
  segmentId: string,
  changes: Annotation,
  base: Annotation,
): boolean {
  const operation = { id: crypto.randomUUID(), kind: "annotate" as const, segmentId, changes, base };
  if (step(session, operation)) return true;
  // What was written is kept, with what stands there now, for the person to choose.
  session.outbox.setAside(operation, session.store.segment(segmentId) ? "changed" : "gone");
  return false;
}

/** Goes to the next or the previous segment shown, or of some of them, from the one at hand or from the words selected. */
export function stepSegment(
  session: ReaderSession,
  direction: 1 | -1,
  among: (segment: Painted) => boolean = () => true,
): void {
  const filter = session.filter.get();
  const segments = session.store.ordered().filter((segment) => passes(filter, segment) && among(segment));
  const chosen = session.chosen.get();
  const at = segments.findIndex((segment) => segment.id === chosen);
  const from = session.selection.get()?.start ?? 0;
  const next =
    at >= 0
      ? segments[at + direction]
      : direction > 0
        ? segments.find((segment) => segment.start >= from)
        : segments.findLast((segment) => segment.start < from);
  if (next) chooseAndShow(session, next.id);
}

/** Makes a segment the one at hand and, for those who are in the text, puts the caret where it begins. */
export function chooseAndShow(session: ReaderSession, segmentId: string): void {
  choose(session, segmentId);
  const segment = session.store.segment(segmentId);
  const text = session.text.current;
  if (segment && text?.focused()) text.focus({ anchor: segment.start, focus: segment.start });
}

/** Makes a segment the one at hand, where what was done to it is said already. */
export function chooseQuietly({ selection, chosen }: ReaderSession, segmentId: string): void {
  selection.set(null);
  chosen.set(segmentId);
}

/** Makes a segment the one at hand, and brings it into view. */
export function choose(session: ReaderSession, segmentId: string | null, reveal = true): void {
  session.selection.set(null);
  session.chosen.set(segmentId);
  const segment = segmentId && session.store.segment(segmentId);
  if (!segment) return;
  if (reveal) session.text.current?.reveal(segment.start);
  tellChosen(session, segment);
}

/** Puts an operation that was refused back into the outbox's way: the codes anew on the same words. */
export function tryAgain(session: ReaderSession, operation: CodingOperation): void {
  const again = { ...operation, id: crypto.randomUUID() };
  if (again.kind === "apply") {
    const at = session.document.text.indexOf(again.quote);
    if (at < 0) {
      refuse(session, "quote_differs");
      return;
    }
    Object.assign(again, { versionId: session.document.versionId, segmentId: crypto.randomUUID() });
    again.start = at;
    again.end = at + again.quote.length;
    again.codings = again.codings.map(({ codeId }) => ({ id: crypto.randomUUID(), codeId }));
  }
  if (step(session, again)) session.outbox.dropUnplaced(operation.id);
}

import type { Range } from "@/lib/domain/segment";
import { grown, shrunk, withNextSentence, withoutLastSentence } from "./grow";
import { type ReaderSession, say } from "./session";

/** What was grown from what, so that shrinking leads back the same way. */
const ways = new WeakMap<ReaderSession, { from: Range; to: Range }[]>();

function selected(session: ReaderSession): Range | null {
  const caret = session.text.current?.caret();
  return caret
    ? { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) }
    : null;
}

function select(session: ReaderSession, { start, end }: Range): void {
  session.text.current?.focus({ anchor: start, focus: end });
  say(session, "selected", { quote: session.document.text.slice(start, end) });
}

/** Takes the next larger unit: word, sentence, paragraph, turn. */
export function grow(session: ReaderSession): void {
  const from = selected(session);
  const to = from && grown(session.document, from);
  if (!from || !to) return;
  ways.set(session, [...(ways.get(session) ?? []), { from, to }]);
  select(session, to);
}

/** Takes back a step of growing, or the largest smaller unit where what is selected was not grown. */
export function shrink(session: ReaderSession): void {
  const now = selected(session);
  if (!now) return;
  const way = ways.get(session) ?? [];
  const last = way.at(-1);
  const back = last?.to.start === now.start && last.to.end === now.end ? last.from : null;
  ways.set(session, back ? way.slice(0, -1) : []);
  const to = back ?? shrunk(session.document, now);
  if (to) select(session, to);
}

/** Takes the sentence at the caret, or one more; or gives the last one back. */
export function stepSentence(session: ReaderSession, direction: 1 | -1): void {
  const now = selected(session);
  if (!now) return;
  select(session, (direction > 0 ? withNextSentence : withoutLastSentence)(session.document, now));
}

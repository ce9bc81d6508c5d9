import type { Range } from "@/lib/domain/segment";
import type { ReaderSession } from "../model/session";
import { tellExtended, tellParagraph, tellWords } from "../model/tell-place";
import { move, sentenceAt, type Unit, wordAt } from "./caret";
import { lineAt, type TextSelection } from "./dom-range";

interface Move {
  before: TextSelection;
  after: TextSelection;
  unit: Unit | "line";
  /** Whether it has led what is selected with it. */
  extend: boolean;
}

/**
 * Tells where a key has led the caret, as text fields do by themselves and a text that can't be edited does not: the
 * character or line that it stands at, the word that it passed, the paragraph that it came to; or what was selected by it.
 */
export function tellMove(session: ReaderSession, container: HTMLElement | null, moved: Move): void {
  const { before, after, unit, extend } = moved;
  if (extend) tellExtended(session, rangeOf(before), rangeOf(after));
  else if (unit === "paragraph") tellParagraph(session, after.focus);
  else tellWords(session, wordsOf(session, container, moved), { from: before.focus, to: after.focus });
}

function wordsOf(
  session: ReaderSession,
  container: HTMLElement | null,
  { before, after, unit }: Move,
): Range {
  const { document } = session;
  const { focus } = after;
  // Of a word that was begun in the middle all is told.
  if (unit === "word") return wordAt(document, Math.max(0, focus > before.focus ? focus - 1 : focus));
  if (unit === "character") return { start: focus, end: move(document, focus, "character", 1) };
  // Lines exist only on the page, and a paragraph that the caret has just come to may not be there yet.
  return (container && lineAt(container, focus)) ?? sentenceAt(document, focus);
}

const rangeOf = ({ anchor, focus }: TextSelection): Range => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
});

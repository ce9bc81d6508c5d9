import { difference, placer } from "@/lib/domain/revision";
import { type Range, rebaser } from "@/lib/domain/segment";
import { carrySteps } from "./carry-steps";
import { findAgain } from "./find";
import { foldFor } from "./fold";
import { type ReaderSession, takeCodebook } from "./session";

/** Where somebody was in a text, in offsets of the newer one. */
export interface Whereabouts {
  /** What stood at the top of the window, and how far from its upper edge, in pixels. */
  top: number;
  above: number;
  selection: Range | null;
  /** Where the caret was and what was selected from there; null where the text had not the focus. */
  caret: { anchor: number; focus: number } | null;
}

/**
 * Takes what a person was doing along into a newer version of the text: the segment at hand, filters, the
 * search, the codes used last, the questions beside the text, and what can be undone. Answers where they
 * were, with the selection where its words are untouched: it is for the page to put back, once the words
 * are there to be seen.
 */
export function goOn(from: ReaderSession, to: ReaderSession): Whereabouts {
  const edits = difference(from.document.text, to.document.text);
  const { rebase, around } = rebaser(edits);
  const offset = (at: number) => around({ start: at, end: at }).start;
  const selection = from.selection.get();
  const moved = selection && rebase(selection);
  const chosen = from.chosen.get();
  to.chosen.set(chosen && to.store.segment(chosen) ? chosen : null);
  to.filter.set(from.filter.get());
  to.recent.set(from.recent.get());
  takeCodebook(to, [...from.codes.values()], from.revision.get());
  to.unplaced.set(from.unplaced.get());
  to.passages.open.set(from.passages.open.get());
  to.placed.set(true);
  to.reading.set(from.reading.get());
  to.fold.set(from.fold.get() && foldFor(to, from.reading.get()));
  carrySteps(from, to, placer(from.document.text, to.document.text, edits).place);
  to.find.set(from.find.get());
  findAgain(to);
  const { current: text } = from.text;
  const top = text?.top() ?? 0;
  const caret = text?.focused() ? text.caret() : null;
  return {
    selection: moved?.ok ? moved.range : null,
    top: offset(top),
    above: text?.above(top) ?? 0,
    caret: caret && { anchor: offset(caret.anchor), focus: offset(caret.focus) },
  };
}

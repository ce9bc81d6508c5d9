import { difference } from "@/lib/domain/revision";
import { type Range, rebaser } from "@/lib/domain/segment";
import type { ReaderSession } from "./session";

/** Where somebody was in a text: what stood at the top of the window, what was selected, and whether the text had the focus. */
export interface Whereabouts {
  top: number;
  selection: Range | null;
  focused: boolean;
}

/**
 * Takes what a person was doing along into a newer version of the text: the segment at hand, filters, the
 * codes used last. Answers where they were, with the selection where its words are untouched: it is for
 * the page to put back, once the words are there to be seen.
 */
export function goOn(from: ReaderSession, to: ReaderSession): Whereabouts {
  const { rebase, around } = rebaser(difference(from.document.text, to.document.text));
  const selection = from.selection.get();
  const moved = selection && rebase(selection);
  const chosen = from.chosen.get();
  to.chosen.set(chosen && to.store.segment(chosen) ? chosen : null);
  to.filter.set(from.filter.get());
  to.recent.set(from.recent.get());
  to.codebook.set(from.codebook.get());
  to.unplaced.set(from.unplaced.get());
  const top = from.text.current?.top() ?? 0;
  return {
    selection: moved?.ok ? moved.range : null,
    top: around({ start: top, end: top + 1 }).start,
    focused: from.text.current?.focused() ?? false,
  };
}

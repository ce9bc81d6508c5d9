import { type RefObject, useEffect } from "react";
import { trimmed } from "../model/document";
import type { ReaderSession } from "../model/session";
import { readSelection, type TextSelection } from "./dom-range";

/**
 * Follows what is selected in the page, by mouse, touch or key, as offsets. What is selected
 * elsewhere, such as in a field, leaves the selection of the text as it was.
 */
export function useTextSelection(
  session: ReaderSession,
  container: RefObject<HTMLElement | null>,
  onSelection: (selection: TextSelection) => void,
): void {
  useEffect(() => {
    const follow = () => {
      const read = container.current && readSelection(container.current);
      if (!read || session.picker.get()) return;
      onSelection(read);
      const range = { start: Math.min(read.anchor, read.focus), end: Math.max(read.anchor, read.focus) };
      const words = range.start < range.end ? trimmed(session.document.text, range) : null;
      const now = session.selection.get();
      if (now?.start === words?.start && now?.end === words?.end) return;
      session.selection.set(words);
      if (words) session.chosen.set(null);
    };
    document.addEventListener("selectionchange", follow);
    // The server's rendering may have been selected in before this was there to see it.
    follow();
    return () => document.removeEventListener("selectionchange", follow);
  }, [session, container, onSelection]);
}

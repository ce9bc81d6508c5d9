import { type RefObject, useCallback, useEffect, useRef } from "react";
import { trimmed } from "../model/document";
import type { ReaderSession } from "../model/session";
import { readSelection, sameSelection, type TextSelection } from "./dom-range";

/**
 * Follows what is selected in the page, by mouse, touch or key, as offsets. What is selected
 * elsewhere, such as in a field, leaves the selection of the text as it was. Answers what reads it at once:
 * the page tells of a selection a moment later, and keys that were pressed one after the other may come first.
 */
export function useTextSelection(
  session: ReaderSession,
  container: RefObject<HTMLElement | null>,
  onSelection: (selection: TextSelection) => void,
): () => void {
  const last = useRef<TextSelection | null>(null);
  const follow = useCallback(() => {
    const read = container.current && readSelection(container.current);
    if (!read || session.picker.get() || session.dragged.get()) return;
    last.current = read;
    onSelection(read);
    const range = { start: Math.min(read.anchor, read.focus), end: Math.max(read.anchor, read.focus) };
    const words = range.start < range.end ? trimmed(session.document.text, range) : null;
    const now = session.selection.get();
    if (now?.start === words?.start && now?.end === words?.end) return;
    session.selection.set(words);
    if (words) session.chosen.set(null);
  }, [session, container, onSelection]);
  useEffect(() => {
    document.addEventListener("selectionchange", follow);
    // The server's rendering may have been selected in before this was there to see it.
    follow();
    return () => document.removeEventListener("selectionchange", follow);
  }, [follow]);
  return useCallback(() => {
    const read = container.current && readSelection(container.current);
    // What was read before may have been coded or left since, though the page still has it selected.
    if (!sameSelection(read, last.current)) follow();
  }, [container, follow]);
}

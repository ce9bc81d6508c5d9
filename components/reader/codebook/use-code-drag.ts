import { type DragEvent, type PointerEvent, useRef, useState } from "react";
import type { Range } from "@/lib/domain/segment";
import { useSession } from "../context";
import { applyCodes } from "../model/commands";
import type { ReaderCode } from "../model/frame";
import { passes, type ReaderSession } from "../model/session";
import { wordAt } from "../text/caret";

/** How far the pointer goes before a press is a drag, in pixels. */
const SLACK = 6;

/**
 * Drag and drop both ways: a code from the pane onto the words selected, onto a segment or onto a word; and the
 * words selected onto the code. For mouse and pen: a finger scrolls the pane, and codes with a tap.
 */
export function useCodeDrag(code: ReaderCode) {
  const session = useSession();
  const [over, setOver] = useState(false);
  /** Whether the press that is about to be let go was a drag. */
  const dragged = useRef(false);
  const may = session.frame.mayCode && !code.retired;

  const onPointerDown = (event: PointerEvent) => {
    // The words selected must stay so until they are coded.
    event.preventDefault();
    dragged.current = false;
    if (!may || event.button !== 0 || event.pointerType === "touch") return;
    const from = { x: event.clientX, y: event.clientY };
    // What is painted under the pointer takes the page's own selection away.
    const selection = session.selection.get();
    const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      if (!dragged.current && Math.hypot(x - from.x, y - from.y) < SLACK) return;
      dragged.current = true;
      session.dragged.set({ codeId: code.id, x, y });
      const range = underPointer(session, selection, x, y);
      const now = session.draft.get();
      if (now?.start !== range?.start || now?.end !== range?.end) session.draft.set(range);
    };
    const end = (drop: boolean) => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", cancel);
      document.removeEventListener("keydown", leave, true);
      const range = session.draft.get();
      if (!dragged.current) return;
      session.draft.set(null);
      session.dragged.set(null);
      if (!drop || !range) {
        if (selection) session.text.current?.focus({ anchor: selection.start, focus: selection.end });
        return;
      }
      session.selection.set(range);
      applyCodes(session, [code.id]);
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const leave = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.stopPropagation();
      end(false);
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", cancel);
    document.addEventListener("keydown", leave, true);
  };
  const takes = (event: DragEvent) =>
    may && session.selection.get() !== null && event.dataTransfer.types.length > 0;
  return {
    over,
    dragged,
    handlers: {
      onPointerDown,
      onDragOver: (event: DragEvent) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        applyCodes(session, [code.id]);
      },
    },
  };
}

/** What a code that is let go at a place of the window would be put on: the words selected, the shortest segment, or the word. */
function underPointer(session: ReaderSession, selection: Range | null, x: number, y: number): Range | null {
  const at = session.text.current?.offsetAt(x, y) ?? null;
  if (at === null) return null;
  if (selection && selection.start <= at && at <= selection.end) return selection;
  const filter = session.filter.get();
  const [segment] = session.store
    .within({ start: at, end: at + 1 })
    .filter((each) => passes(filter, each))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const { start, end } = segment ?? wordAt(session.document, at);
  return start < end ? { start, end } : null;
}

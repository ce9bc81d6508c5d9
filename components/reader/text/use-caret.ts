import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import { target } from "../model/commands";
import type { ReaderDocument } from "../model/document";
import { spoken } from "../model/grow";
import type { ReaderSession } from "../model/session";
import { type Direction, move, type Unit } from "./caret";
import {
  readSelection,
  sameSelection,
  selectedInWords,
  type TextSelection,
  writeSelection,
} from "./dom-range";
import { tellMove } from "./tell-move";

const ARROWS: Record<string, Direction> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

interface Caret {
  onKeyDown(event: KeyboardEvent): void;
  /** Puts caret and selection where the offsets say, once their paragraphs are on the page. */
  place(selection: TextSelection): void;
  /**
   * The same once what is being done is on the page: what was just coded stands in other spans, which take the
   * page's selection with them. Written once, since the page is laid out for it each time.
   */
  placeLast(selection: TextSelection): void;
  /** Writes now what was to be written last: the next key may come before. */
  settle(): void;
  /** The rows that must stay on the page, since the selection begins or ends in them. */
  held: RefObject<TextSelection>;
}

/**
 * A caret in a text that can't be edited: arrows move it, Shift extends from it. By character; with
 * Ctrl or Option by word, up and down by line and with Ctrl by paragraph. Larger units are commands of the page.
 */
export function useCaret(
  session: ReaderSession,
  container: RefObject<HTMLElement | null>,
  reveal: (offset: number) => void,
): Caret {
  const held = useRef<TextSelection>({ anchor: 0, focus: 0 });
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const write = useCallback(
    (selection: TextSelection) => {
      const { current } = container;
      cancelAnimationFrame(frame.current);
      if (!current || writeSelection(current, selection)) return;
      // Its paragraph is not on the page yet: it is after the next rendering.
      const before = selectedInWords(current);
      frame.current = requestAnimationFrame(() => {
        frame.current = requestAnimationFrame(() => {
          const now = selectedInWords(current);
          // What the person has selected meanwhile stays.
          if (now && !sameSelection(now, before)) return;
          writeSelection(current, selection);
          reveal(selection.focus);
        });
      });
    },
    [container, reveal],
  );
  const place = useCallback(
    (selection: TextSelection) => {
      held.current = selection;
      reveal(selection.focus);
      write(selection);
    },
    [reveal, write],
  );
  const last = useRef<TextSelection | null>(null);
  const settle = useCallback(() => {
    const selection = last.current;
    last.current = null;
    if (selection && held.current === selection) write(selection);
  }, [write]);
  const placeLast = useCallback(
    (selection: TextSelection) => {
      held.current = selection;
      reveal(selection.focus);
      last.current = selection;
      queueMicrotask(settle);
    },
    [reveal, settle],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { document } = session;
      const before = held.current;
      const { anchor, focus } = before;
      const to = (next: number, unit: Unit | "line") => {
        event.preventDefault();
        const after = { anchor: event.shiftKey ? anchor : next, focus: next };
        place(after);
        tellMove(session, container.current, { before, after, unit, extend: event.shiftKey });
      };
      const direction = ARROWS[event.key];
      if (event.target !== container.current || event.nativeEvent.isComposing) return;
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key === "Enter" && !modified && session.frame.mayCode && target(session)) {
        event.preventDefault();
        session.picker.set(true);
      } else if (direction) {
        if (event.altKey && event.key.startsWith("Arrow") && /Up|Down/.test(event.key)) return;
        const unit = unitOf(event);
        if (unit === "paragraph" && !event.shiftKey) return to(toParagraph(document, focus, direction), unit);
        if (unit !== "line") return to(move(document, focus, unit, direction), unit);
        const next = container.current && byLine(container.current, event.shiftKey, direction);
        if (next !== null) to(next, "line");
      } else if (event.key === "Home" || event.key === "End") {
        const end = event.key === "End";
        if (event.ctrlKey || event.metaKey) return to(end ? document.text.length : 0, "paragraph");
        const next =
          container.current && byLine(container.current, event.shiftKey, end ? 1 : -1, "lineboundary");
        if (next !== null) to(next, "character");
      }
    },
    [session, container, place],
  );
  return { onKeyDown, place, placeLast, settle, held };
}

/** A paragraph is come to where its speech begins: who speaks is told by itself, and seldom to be coded. */
function toParagraph(document: ReaderDocument, focus: number, direction: Direction): number {
  const start = move(document, focus, "paragraph", direction);
  const speech = spoken(document, start);
  // Back from where the speech begins is not to its label.
  return speech === focus && direction < 0 && start > 0
    ? spoken(document, move(document, start, "paragraph", direction))
    : speech;
}

function unitOf(event: KeyboardEvent): Unit | "line" {
  const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
  if (vertical) return event.ctrlKey ? "paragraph" : "line";
  return event.ctrlKey || event.altKey ? "word" : "character";
}

/** Lines exist only on the page, so the page is asked. */
function byLine(
  container: HTMLElement,
  extend: boolean,
  direction: Direction,
  granularity: "line" | "lineboundary" = "line",
): number | null {
  const way = direction > 0 ? "forward" : "backward";
  document.getSelection()?.modify(extend ? "extend" : "move", way, granularity);
  return readSelection(container)?.focus ?? null;
}

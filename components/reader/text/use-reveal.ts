import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";
import { rowAt } from "../model/document";
import { unfolded } from "../model/fold";
import type { ReaderSession } from "../model/session";
import { boxAt } from "./dom-range";

/** How near to the edge of the window a place may be before the text moves, in pixels. */
const EDGE = 48;

/** Brings an offset into view: not at all if it is, by a little if it is near, else to the upper third. */
export function useReveal(
  session: ReaderSession,
  scroller: RefObject<HTMLDivElement | null>,
  content: RefObject<HTMLDivElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
) {
  return useCallback(
    (offset: number) => {
      const nudge = (): boolean => {
        const box = content.current && boxAt(content.current, offset);
        const view = scroller.current?.getBoundingClientRect();
        if (!box || !view || !scroller.current) return false;
        const far = box.bottom < view.top - view.height || box.top > view.bottom + view.height;
        if (far || box.top < view.top + EDGE)
          scroller.current.scrollTop += box.top - view.top - view.height / 3;
        else if (box.bottom > view.bottom - EDGE)
          scroller.current.scrollTop += box.bottom - view.bottom + EDGE;
        return true;
      };
      const row = rowAt(session.document, offset);
      if (!row) return;
      // What is folded away comes out first.
      session.fold.update((fold) => unfolded(fold, row.index));
      if (nudge()) return;
      virtualizer.scrollToIndex(row.index, { align: "start" });
      // The paragraph comes with the next rendering, and its true height with the one after.
      requestAnimationFrame(() => requestAnimationFrame(nudge));
    },
    [session, scroller, content, virtualizer],
  );
}

"use client";

import { type RefObject, useEffect } from "react";
import { type ReaderDocument, rowAt } from "@/components/reader/model/document";
import type { ReaderSession } from "@/components/reader/model/session";
import { rowBeside, spansOf } from "./follow";

interface Sides {
  session: ReaderSession;
  own: ReaderDocument;
  other: ReaderDocument;
  scroller: RefObject<HTMLDivElement | null>;
  /** The row of the other text at the upper edge. */
  topOfOther: () => number;
  /** Brings a row of the other text to the upper edge. */
  showOther: (row: number) => void;
}

/**
 * Scrolls both texts together: whichever the person scrolls, by wheel, touch or key, leads; the other is
 * brought to the turn that says the same.
 */
export function useFollow({ session, own, other, scroller, topOfOther, showOther }: Sides): void {
  useEffect(() => {
    const right = scroller.current;
    const left = document.querySelector<HTMLElement>("[data-reader-scroller]");
    if (!left || !right) return;
    const [here, there] = [spansOf(own), spansOf(other)];
    let leader: HTMLElement = left;
    let frame = 0;
    const follow = () => {
      // Asked of what knows where rows are, since after a jump the page still holds those of before.
      const text = session.text.current;
      if (!text) return;
      if (leader === left) {
        showOther(rowBeside(own, { own: here, other: there }, rowAt(own, text.top())?.index ?? 0));
      } else {
        const beside = rowBeside(other, { own: there, other: here }, topOfOther());
        text.show(own.rows[beside]?.start ?? 0);
      }
    };
    const onScroll = (event: Event) => {
      if (event.currentTarget !== leader) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    const lead = (event: Event) => {
      if (event.currentTarget instanceof HTMLElement) leader = event.currentTarget;
    };
    const leading = ["wheel", "pointerdown", "touchstart", "keydown", "focusin"] as const;
    for (const side of [left, right]) {
      side.addEventListener("scroll", onScroll, { passive: true });
      for (const name of leading) side.addEventListener(name, lead, { passive: true });
    }
    follow();
    return () => {
      cancelAnimationFrame(frame);
      for (const side of [left, right]) {
        side.removeEventListener("scroll", onScroll);
        for (const name of leading) side.removeEventListener(name, lead);
      }
    };
  }, [session, own, other, scroller, topOfOther, showOther]);
}

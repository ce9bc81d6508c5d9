"use client";

import { type RefObject, useEffect } from "react";
import type { ReaderDocument } from "@/components/reader/model/document";
import type { ReaderSession } from "@/components/reader/model/session";
import { rowBeside, spansOf } from "./follow";

/** How far below the upper edge the row lies that both sides have in common, in pixels. */
const EDGE = 24;
/** Frames in which a paragraph that was far away comes onto the page. */
const TRIES = 4;

interface Sides {
  session: ReaderSession;
  own: ReaderDocument;
  other: ReaderDocument;
  scroller: RefObject<HTMLDivElement | null>;
  /** Brings a row of the other text to the upper edge. */
  showOther: (row: number) => void;
}

/**
 * Scrolls both texts together: whichever the person scrolls, by wheel, touch or key, leads; the other is
 * brought to the turn that says the same.
 */
export function useFollow({ session, own, other, scroller, showOther }: Sides): void {
  useEffect(() => {
    const right = scroller.current;
    const left = document.querySelector<HTMLElement>("[data-reader-scroller]");
    if (!left || !right) return;
    const spans = { own: spansOf(own), other: spansOf(other) };
    let leader: HTMLElement = left;
    let frame = 0;
    const follow = () => {
      const row = topRow(leader, leader === left ? own : other);
      if (row === null) return;
      if (leader === left) {
        const beside = rowBeside(own, spans, row);
        if (beside !== null) showOther(beside);
        return;
      }
      const beside = rowBeside(other, { own: spans.other, other: spans.own }, row);
      const start = beside === null ? undefined : own.rows[beside]?.start;
      if (start !== undefined) bringToTop(session, left, start);
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
  }, [session, own, other, scroller, showOther]);
}

/** The row at the upper edge of a side, told by the offsets that its paragraphs carry. */
function topRow(side: HTMLElement, { rows }: ReaderDocument): number | null {
  const edge = side.getBoundingClientRect().top + EDGE;
  let first: number | null = null;
  for (const paragraph of side.querySelectorAll<HTMLElement>("[data-text-start]")) {
    const start = Number(paragraph.dataset.textStart);
    if (paragraph.getBoundingClientRect().bottom > edge && (first === null || start < first)) first = start;
  }
  if (first === null) return null;
  const at = rows.findIndex(({ start }) => start === first);
  return at < 0 ? null : at;
}

/** Brings a paragraph of the transcript to the upper edge; one that is far away comes onto the page first. */
function bringToTop(session: ReaderSession, left: HTMLElement, start: number, tries = TRIES): void {
  const paragraph = left.querySelector(`[data-text-start="${start}"]`);
  if (paragraph) {
    left.scrollTop += paragraph.getBoundingClientRect().top - left.getBoundingClientRect().top - EDGE;
    return;
  }
  if (tries === TRIES) session.text.current?.reveal(start);
  if (tries > 0) requestAnimationFrame(() => bringToTop(session, left, start, tries - 1));
}

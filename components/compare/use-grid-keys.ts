"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

export interface Place {
  row: number;
  column: number;
}

interface Grid {
  rows: number;
  columns: number;
  /** Rows that a page of the window shows. */
  page: number;
  scroller: RefObject<HTMLElement | null>;
  /** Brings a row into the window, so that it is there to take the focus. */
  reveal: (row: number) => void;
}

const bounded = (value: number, end: number) => Math.max(0, Math.min(end - 1, value));

/**
 * The keys of a grid (WAI-ARIA Authoring Practices, Data Grid): arrows, Home and End, with Ctrl to the
 * corners, Page Up and Page Down. One place takes the Tab key; the first column holds the codes' names.
 */
export function useGridKeys({ rows, columns, page, scroller, reveal }: Grid) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 });
  const here = { row: bounded(place.row, rows), column: bounded(place.column, columns) };
  // The row may have to be drawn first, so the focus follows after the next draw.
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    const target = scroller.current?.querySelector<HTMLElement>(`[data-place="${here.row}:${here.column}"]`);
    if (!target) return;
    follow.current = false;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    if (target === undefined || event.altKey) return;
    const next = moved(here, event.key, event.ctrlKey || event.metaKey, { rows, columns, page });
    if (!next) return;
    event.preventDefault();
    follow.current = true;
    reveal(next.row);
    setPlace(next);
  };
  return { place: here, setPlace, onKeyDown };
}

function moved(
  { row, column }: Place,
  key: string,
  far: boolean,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place | null {
  const to = (r: number, c: number): Place => ({ row: bounded(r, rows), column: bounded(c, columns) });
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "Home":
      return to(far ? 0 : row, 0);
    case "End":
      return to(far ? rows - 1 : row, columns - 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    default:
      return null;
  }
}

"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

/** Up to here all rows are drawn: the browser's own search finds them, and nothing has to be measured. */
const ALL = 200;
/** Of a row of one line, in pixels; each is measured as it is drawn. */
const ROW = 45;

/** The rows of a table to draw as the page scrolls; of a long one only those in view, and what the others take up. */
export function useWindowedRows(count: number) {
  const top = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const long = count > ALL;
  useLayoutEffect(() => {
    if (long && top.current) setScrollMargin(top.current.getBoundingClientRect().top + window.scrollY);
  }, [long]);
  const windowed = useWindowVirtualizer({
    count: long ? count : 0,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin,
    initialRect: { width: 1000, height: 900 },
  });
  if (!long)
    return {
      top,
      measure: undefined,
      shown: Array.from({ length: count }, (_, at) => at),
      before: 0,
      after: 0,
    };
  const items = windowed.getVirtualItems();
  const end = items.at(-1)?.end ?? scrollMargin;
  return {
    top,
    measure: windowed.measureElement,
    shown: items.map(({ index }) => index),
    before: (items[0]?.start ?? scrollMargin) - scrollMargin,
    after: windowed.getTotalSize() - (end - scrollMargin),
  };
}

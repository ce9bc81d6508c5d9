"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Up to here all items are drawn: the browser's own search finds them, and nothing has to be measured. */
const ALL = 200;
/** Of an item of one line, in pixels; each is measured as it is drawn. */
const ITEM = 32;

/** An item that is drawn, and how far below the one drawn before it, in pixels. */
interface Shown {
  index: number;
  gap: number;
}

interface Windowed {
  shown: Shown[];
  /** What the items after the last take up. */
  after: number;
  /** The ref of each item that is drawn, which carries its index as data-index. */
  measure: ((item: Element | null) => void) | undefined;
  /** Brings an item into view; a long list draws it then. */
  reveal: (index: number) => void;
}

/**
 * The items of a list to draw while the pane around it scrolls; of a long one only those in view, and
 * `kept`, which has or takes the focus. `list` holds the items and nothing else.
 */
export function useWindowedItems(list: RefObject<HTMLElement | null>, count: number, kept: number): Windowed {
  const [scrollMargin, setScrollMargin] = useState(0);
  const long = count > ALL;
  useLayoutEffect(() => {
    const pane = paneOf(list.current);
    if (!long || !pane || !list.current) return;
    const top = list.current.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    setScrollMargin(top + pane.scrollTop);
  }, [long, list]);
  const windowed = useVirtualizer({
    count: long ? count : 0,
    getScrollElement: () => paneOf(list.current),
    estimateSize: () => ITEM,
    overscan: 12,
    scrollMargin,
    initialRect: { width: 300, height: 900 },
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), kept])].sort(ascending),
  });
  if (!long)
    return {
      shown: Array.from({ length: count }, (_, index) => ({ index, gap: 0 })),
      after: 0,
      measure: undefined,
      reveal: (index) => list.current?.children[index]?.scrollIntoView({ block: "nearest" }),
    };
  let end = scrollMargin;
  const shown = windowed.getVirtualItems().map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  return {
    shown,
    after: windowed.getTotalSize() - (end - scrollMargin),
    measure: windowed.measureElement,
    reveal: (index) => windowed.scrollToIndex(index),
  };
}

const ascending = (a: number, b: number) => a - b;

/** The pane that scrolls around an element. */
function paneOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-pane]") ?? null;
}

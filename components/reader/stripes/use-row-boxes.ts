import type { VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, startTransition, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { soon } from "@/components/drafts/soon";
import { useSession } from "../context";
import type { Filter } from "../model/session";
import { isScrolling } from "../text/at-rest";
import { RowBoxes } from "./measure";

/** No longer than this what stands beside the words waits while somebody scrolls, in milliseconds. */
const LATEST = 400;

interface Page {
  content: RefObject<HTMLElement | null>;
  /** The element in which the names stand. */
  margin: RefObject<HTMLElement | null>;
  items: readonly VirtualItem[];
  filter: Filter;
  /** The number of the last change of any coding. */
  version: number;
  width: number;
}

/** What was measured, and of what. A new object each time, so that what is laid out by it can follow. */
export interface Measured {
  items: readonly VirtualItem[];
  filter: Filter;
  version: number;
  boxes: RowBoxes;
  /** In pixels. */
  marginWidth: number;
}

/**
 * Measures the paragraphs that have come onto the page or look otherwise than before: all of them
 * together, once in a frame, before that frame is painted; null until the first were. While somebody scrolls, the words
 * come first, and what stands beside them when there is time: the paragraphs that come next are on the page already.
 */
export function useRowBoxes({ content, margin, items, filter, version, width }: Page): Measured | null {
  const { store } = useSession();
  const [boxes] = useState(() => new RowBoxes());
  const [measured, setMeasured] = useState<Measured | null>(null);
  /** Since when it waits for time to be left. */
  const waits = useRef<number | null>(null);
  useLayoutEffect(() => {
    const sizes = new Map(items.map((item) => [item.index, item.size]));
    const elements = new Map<number, HTMLElement>();
    for (const element of content.current?.querySelectorAll<HTMLElement>(".reader-item[data-index]") ?? [])
      elements.set(Number(element.dataset.index), element);
    const stale = boxes.stale(elements, (index) => ({
      segments: store.inRow(index),
      filter,
      height: sizes.get(index) ?? 0,
      width,
    }));
    const measure = () => {
      waits.current = null;
      boxes.measure(stale);
      const marginWidth = margin.current?.clientWidth ?? 160;
      const show = () => setMeasured({ items, filter, version, boxes, marginWidth });
      if (isScrolling()) startTransition(show);
      else flushSync(show);
    };
    const now = performance.now();
    if (isScrolling() && now < (waits.current ?? now) + LATEST) {
      waits.current ??= now;
      return soon(measure);
    }
    const frame = requestAnimationFrame(measure);
    return () => cancelAnimationFrame(frame);
  }, [boxes, store, content, margin, items, filter, version, width]);
  return measured;
}

"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Editing, Step } from "./state";
import { TurnRow } from "./turn-row";

const LINE = 26;
const AROUND_WORDS = 92;
const CHARACTERS = 90;

interface TurnListProps {
  editing: Editing;
  act: (step: Step) => void;
}

/** The turns one under the other; only those in view are on the page. */
export function TurnList({ editing, act }: TurnListProps) {
  const { blocks, speakers, caret } = editing;
  const list = useRef<HTMLOListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    if (list.current) setScrollMargin(list.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: blocks.length,
    getItemKey: (index) => blocks[index]?.key ?? index,
    estimateSize: (index) =>
      AROUND_WORDS + LINE * Math.ceil(((blocks[index]?.body.length ?? 0) + 1) / CHARACTERS),
    overscan: 4,
    scrollMargin,
    initialRect: { width: 1000, height: 900 },
  });
  const scrollTo = useRef(virtualizer.scrollToIndex);
  scrollTo.current = virtualizer.scrollToIndex;
  useEffect(() => {
    if (!caret) return;
    const index = blocks.findIndex(({ key }) => key === caret.key);
    const find = () => list.current?.querySelector<HTMLTextAreaElement>(`textarea[data-key="${caret.key}"]`);
    if (index >= 0 && !find()) scrollTo.current(index, { align: "center" });
    const frame = requestAnimationFrame(() => {
      const words = find();
      words?.focus();
      words?.setSelectionRange(caret.at, caret.at);
    });
    return () => cancelAnimationFrame(frame);
  }, [caret, blocks]);
  return (
    <ol ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const block = blocks[index];
        return (
          block && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0 pb-3"
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              <TurnRow
                block={block}
                number={index + 1}
                speakers={speakers}
                language={editing.base.language}
                joinable={Boolean(block.turn && blocks[index - 1]?.turn)}
                act={act}
              />
            </li>
          )
        );
      })}
    </ol>
  );
}

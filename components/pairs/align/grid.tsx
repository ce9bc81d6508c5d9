"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOfLanguage } from "@/components/reader/model/language";
import type { PairSide } from "@/lib/domain/transcript";
import { Cell } from "./cell";
import type { Aligning, PairTexts, Step } from "./state";

const SIDES = ["first", "second"] as const;
/** Characters that fit into a line of one side, and the height of a line and of what surrounds the words, in pixels. */
const CHARACTERS = 60;
const LINE = 26;
const AROUND = 64;

interface GridProps {
  texts: PairTexts;
  aligning: Aligning;
  act: (step: Step) => void;
  readOnly: boolean;
}

/** Both sides in rows, the cell at hand in the tab order; only the rows in view are on the page. */
export function Grid({ texts, aligning, act, readOnly }: GridProps) {
  const t = useTranslations("pairs");
  const locale = useLocale();
  const { rows, at } = aligning;
  const grid = useRef<HTMLDivElement>(null);
  /** Set by a key or a tool, so that the page's first paint takes no focus. */
  const follow = useRef(false);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    if (grid.current) setScrollMargin(grid.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const starts = useMemo(() => {
    let [first, second] = [0, 0];
    return rows.map((row) => {
      const start = { first, second };
      first += row.first;
      second += row.second;
      return start;
    });
  }, [rows]);
  const turnsOf = (row: number, side: PairSide) => {
    const start = starts[row]?.[side] ?? 0;
    return texts[side].turns.slice(start, start + (rows[row]?.[side] ?? 0));
  };
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => {
      const longest = Math.max(
        ...SIDES.map((side) =>
          turnsOf(index, side).reduce((sum, { bodyStart, end }) => sum + end - bodyStart, 0),
        ),
      );
      return AROUND + LINE * Math.ceil(longest / CHARACTERS);
    },
    overscan: 6,
    scrollMargin,
    initialRect: { width: 1000, height: 900 },
  });
  const scrollTo = useRef(virtualizer.scrollToIndex);
  scrollTo.current = virtualizer.scrollToIndex;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the rows may move the cell at hand, too.
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    const find = () => grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}-${at.side}"]`);
    if (!find()) scrollTo.current(at.row, { align: "center" });
    const frame = requestAnimationFrame(() => find()?.focus());
    return () => cancelAnimationFrame(frame);
  }, [at, rows]);

  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = stepOf(event, aligning, readOnly);
    if (!wanted) return;
    event.preventDefault();
    event.stopPropagation();
    follow.current = true;
    act(wanted);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be windowed.
    <div
      ref={grid}
      role="grid"
      aria-label={t("grid")}
      aria-rowcount={rows.length}
      aria-colcount={2}
      onKeyDown={onKeyDown}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
        // biome-ignore lint/a11y/useSemanticElements: as the grid, a table cannot be windowed.
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
        <div
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          role="row"
          aria-rowindex={index + 1}
          className="absolute inset-x-0 top-0 grid grid-cols-2 gap-2 pb-2 sm:gap-3"
          style={{ transform: `translateY(${start - scrollMargin}px)` }}
        >
          {SIDES.map((side) => (
            <Cell
              key={side}
              text={texts[side]}
              turns={turnsOf(index, side)}
              row={index}
              side={side}
              language={nameOfLanguage(texts[side].language, locale)}
              current={at.row === index && at.side === side}
              onChoose={() => act({ kind: "go", row: index, side })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** What a key asks for; null of keys that are not the grid's. */
function stepOf(event: KeyboardEvent, { rows, at }: Aligning, readOnly: boolean): Step | null {
  const { key, shiftKey, altKey } = event;
  if (altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const back: Record<string, Step> = { z: { kind: shiftKey ? "redo" : "undo" }, y: { kind: "redo" } };
    return readOnly ? null : (back[key.toLowerCase()] ?? null);
  }
  const go = (row: number, side: PairSide = at.side): Step => ({ kind: "go", row, side });
  if (shiftKey && !readOnly && key === "ArrowUp") return { kind: "up" };
  if (shiftKey && !readOnly && key === "ArrowDown") return { kind: "down" };
  const moves: Record<string, Step> = {
    ArrowUp: go(at.row - 1),
    ArrowDown: go(at.row + 1),
    ArrowLeft: go(at.row, "first"),
    ArrowRight: go(at.row, "second"),
    Home: go(0),
    End: go(rows.length - 1),
    n: { kind: "next" },
  };
  const changes: Record<string, Step> = { j: { kind: "join" }, s: { kind: "split" } };
  return moves[key] ?? (readOnly ? null : (changes[key] ?? null));
}

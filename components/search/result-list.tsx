"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { GroupLine } from "./group-line";
import { HitLine } from "./hit-line";
import { between, type Choice, choose, stateOf } from "./model/choice";
import { linesOf } from "./model/results";
import { SearchingOn } from "./searching-on";
import type { useResults } from "./use-results";

interface ResultListProps {
  studyId: string;
  q: string;
  results: ReturnType<typeof useResults>;
  choice: Choice;
  onChoice: (next: Choice) => void;
  /** Stands above the list, and scrolls with it. */
  head: ReactNode;
  /** Shown where nothing is found, or nothing is asked for. */
  empty: ReactNode;
}

/** A place of two lines; each is measured as it is drawn. */
const LINE = 76;
/** Lines left below the window when the next page is asked for. */
const AHEAD = 20;

/** The places found, by transcript, in a window that scrolls: only those in view are drawn, and more come as one goes on. */
export function ResultList({ studyId, q, results, choice, onChoice, head, empty }: ResultListProps) {
  const t = useTranslations("search");
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  const { places, next, more, failure } = results;
  const lines = useMemo(() => linesOf(places), [places]);
  const windowed = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
    scrollMargin: top.current?.offsetHeight ?? 0,
    initialRect: { width: 800, height: 900 },
    getItemKey: (at) => {
      const line = lines[at];
      return line?.kind === "place" ? line.place.key : (line?.transcript.versionId ?? at);
    },
  });
  const items = windowed.getVirtualItems();
  const lowest = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lowest >= lines.length - AHEAD) more();
  }, [lowest, lines.length, more]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at the top.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [results.query]);

  const onPlace = (index: number, on: boolean, range: boolean) => {
    onChoice(choose(choice, between(places, range ? last.current : index, index), on));
    last.current = index;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    if (!step || from === undefined) return;
    event.preventDefault();
    const index = Number(from) + step;
    const at = lines.findIndex((line) => line.kind === "place" && line.index === index);
    if (at < 0) return;
    const box = () => scroller.current?.querySelector<HTMLElement>(`[data-place="${index}"]`);
    const drawn = box();
    if (drawn) return drawn.focus();
    windowed.scrollToIndex(at);
    requestAnimationFrame(() => box()?.focus());
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
    <div ref={scroller} tabIndex={0} className="h-full overflow-y-auto outline-offset-[-2px]">
      <div ref={top}>{head}</div>
      <ul
        aria-label={t("list")}
        className="relative"
        style={{ height: windowed.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const line = lines[item.index];
          return (
            line && (
              <li
                key={item.key}
                ref={windowed.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start - windowed.options.scrollMargin}px)` }}
              >
                {line.kind === "group" ? (
                  <GroupLine
                    transcript={line.transcript}
                    count={line.count}
                    chosen={stateOf(choice, places.slice(line.first, line.first + line.count))}
                    onChoose={(on) =>
                      onChoice(choose(choice, places.slice(line.first, line.first + line.count), on))
                    }
                  />
                ) : (
                  <HitLine
                    studyId={studyId}
                    q={q}
                    place={line.place}
                    index={line.index}
                    chosen={choice.has(line.place.key)}
                    onChoose={onPlace}
                  />
                )}
              </li>
            )
          );
        })}
      </ul>
      {/* What is found is said with its counts; that nothing is, here. */}
      <p role="status" className="sr-only">
        {q !== "" && next === undefined && !failure && t("loading")}
        {q !== "" && next === null && places.length === 0 && t("none")}
      </p>
      <div className="px-4 py-4 text-soft text-sm">
        {failure ? (
          <Callout kind="error" live action={<Button onClick={results.retry}>{t("retry")}</Button>}>
            {t(failure === "slow" ? "tooSlow" : "failed")}
          </Callout>
        ) : q === "" ? (
          empty
        ) : next === undefined ? (
          <p>{t("loading")}</p>
        ) : next !== null ? (
          <SearchingOn results={results} />
        ) : places.length === 0 ? (
          empty
        ) : (
          <p>{t("end", { count: places.length })}</p>
        )}
      </div>
    </div>
  );
}

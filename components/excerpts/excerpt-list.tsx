"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { FilterChoices } from "@/lib/schemas/compare";
import type { ExcerptPage } from "@/lib/schemas/excerpts";
import { cardsOf } from "./cards";
import { ExcerptCard } from "./excerpt-card";
import { useExcerpts } from "./use-excerpts";

interface ExcerptListProps {
  studyId: string;
  query: string;
  /** The first page, where the server sent it along, and for which query. */
  first?: { query: string; page: ExcerptPage };
  codes: boolean;
  sectors: FilterChoices["sectors"];
  /** Stands above the cards, and scrolls with them. */
  head: ReactNode;
  /** Shown where nothing is found. */
  empty: ReactNode;
}

/** A card of a quotation of three lines; each is measured as it is drawn. */
const CARD = 150;
/** Cards left below the window when the next page is asked for. */
const AHEAD = 12;

/** Cards in a window that scrolls: only those in view are drawn, and more are loaded as one goes on. */
export function ExcerptList({ studyId, query, first, codes, sectors, head, empty }: ExcerptListProps) {
  const t = useTranslations("excerpts");
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const list = useExcerpts(studyId, query, first);
  const soleSectors = useMemo(
    () => new Set(sectors.filter(({ interviewees }) => interviewees === 1).map(({ name }) => name)),
    [sectors],
  );
  const cards = useMemo(() => cardsOf(list.rows), [list.rows]);
  const windowed = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    overscan: 6,
    gap: 10,
    scrollMargin: top.current?.offsetHeight ?? 0,
    initialRect: { width: 400, height: 900 },
    getItemKey: (index) => `${cards[index]?.first.place} ${cards[index]?.first.permission}`,
  });
  const items = windowed.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { more } = list;
  useEffect(() => {
    if (last >= cards.length - AHEAD) more();
  }, [last, cards.length, more]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at the top.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [query]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
    <div ref={scroller} tabIndex={0} className="h-full overflow-y-auto outline-offset-[-2px]">
      <div ref={top}>{head}</div>
      <ul aria-label={t("list")} className="relative mx-4" style={{ height: windowed.getTotalSize() }}>
        {items.map((item) => {
          const card = cards[item.index];
          return (
            card && (
              <li
                key={item.key}
                ref={windowed.measureElement}
                data-index={item.index}
                aria-setsize={list.next === null ? cards.length : -1}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start - windowed.options.scrollMargin}px)` }}
              >
                <ExcerptCard studyId={studyId} card={card} codes={codes} soleSectors={soleSectors} />
              </li>
            )
          );
        })}
      </ul>
      <div className="px-4 py-4 text-soft text-sm">
        {list.failed ? (
          <Callout kind="error" live action={<Button onClick={list.retry}>{t("failedRetry")}</Button>}>
            {t("failed")}
          </Callout>
        ) : list.next === undefined ? (
          <p role="status">{t("loading")}</p>
        ) : list.next !== null ? (
          <p>{t("more")}</p>
        ) : cards.length === 0 ? (
          empty
        ) : (
          <p>{t("end", { count: list.rows.length })}</p>
        )}
      </div>
    </div>
  );
}

"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { HistoryRow } from "@/lib/schemas/history";
import { EventRow } from "./event-row";
import { Failed } from "./failed";
import { itemsOf } from "./items";
import type { useHistory } from "./use-history";

interface HistoryListProps {
  studyId: string;
  history: ReturnType<typeof useHistory>;
  /** Stands above the events, and scrolls with them. */
  head: ReactNode;
  /** Shown where nothing is found. */
  empty: ReactNode;
  onTakeBack: (row: HistoryRow) => void;
  onRestore: ((row: HistoryRow) => void) | null;
  onErase: (erasable: NonNullable<HistoryRow["erasable"]>) => void;
}

/** An event of one line with its buttons; each is measured as it is drawn. */
const EVENT = 64;
/** Events left below the window when the next page is asked for. */
const AHEAD = 20;

/** Events in a window that scrolls: only those in view are drawn, and more are loaded as one goes on. */
export function HistoryList({ studyId, history, head, empty, ...steps }: HistoryListProps) {
  const t = useTranslations("history");
  const format = useFormatter();
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const { rows, next, failed, more, again } = history;
  const items = useMemo(
    () => itemsOf(rows, (moment) => format.dateTime(new Date(moment), { dateStyle: "full" })),
    [rows, format],
  );
  const windowed = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => EVENT,
    overscan: 8,
    scrollMargin: top.current?.offsetHeight ?? 0,
    initialRect: { width: 400, height: 900 },
    getItemKey: (index) => items[index]?.row?.id ?? items[index]?.day ?? index,
  });
  const shown = windowed.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - AHEAD) more();
  }, [last, items.length, more]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
    <div ref={scroller} tabIndex={0} className="h-full overflow-y-auto outline-offset-[-2px]">
      <div ref={top}>{head}</div>
      <ul
        aria-label={t("list")}
        className="relative mx-4 max-w-4xl"
        style={{ height: windowed.getTotalSize() }}
      >
        {shown.map(({ key, index, start }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={key}
                ref={windowed.measureElement}
                data-index={index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start - windowed.options.scrollMargin}px)` }}
              >
                {item.row ? (
                  <EventRow studyId={studyId} row={item.row} first={item.first} {...steps} />
                ) : (
                  <h2 className="caption border-line border-b pt-4 pb-1">{item.day}</h2>
                )}
              </li>
            )
          );
        })}
      </ul>
      <div className="px-4 py-4 text-soft text-sm">
        {failed ? (
          <Failed again={again} />
        ) : next === undefined ? (
          <p role="status">{t("loading")}</p>
        ) : next !== null ? (
          <p>{t("more")}</p>
        ) : items.length === 0 ? (
          empty
        ) : (
          <p>{t("end")}</p>
        )}
      </div>
    </div>
  );
}

"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useMemo, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useCodings, useSession } from "@/components/reader/context";
import { askPermissions } from "@/components/reader/model/ask-permissions";
import { gapsOf } from "@/components/reader/model/gaps";
import { nameOfLanguage } from "@/components/reader/model/language";
import { focusParagraphSoon } from "@/components/reader/text/dom-range";
import { estimateHeight } from "@/components/reader/text/estimate";
import { Gap } from "@/components/reader/text/gap";
import { useTaking } from "@/components/reader/text/use-taking";
import { useWidth } from "@/components/reader/text/use-width";
import { useSignal } from "@/components/ui/signal";
import { BesideRow } from "./beside-row";
import { codesByAlign } from "./follow";
import { useFollow } from "./use-follow";
import type { OtherHalf } from "./use-other";

/** No paragraph is folded away here. */
const always = () => true;

/** The other half of a pair beside the transcript, scrolling with it, to be read and not to be coded in. */
export function BesidePane({ half }: { half: OtherHalf }) {
  const t = useTranslations("pairs");
  const locale = useLocale();
  const session = useSession();
  const own = useSignal(session.shown);
  const changes = useCodings();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const { transcriptId, text, segments, withheld } = half;
  const language = nameOfLanguage(text.language, locale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number says that the codings changed.
  const echoes = useMemo(() => codesByAlign(own, session.store.ordered()), [own, session, changes]);
  const virtualizer = useVirtualizer({
    count: text.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(text.rows[index], text.language, width),
    overscan: 6,
    paddingStart: 24,
    paddingEnd: 240,
  });
  const topOfOther = useCallback(() => {
    const scrolled = virtualizer.scrollOffset ?? 0;
    return virtualizer.getVirtualItems().find((item) => item.end > scrolled)?.index ?? 0;
  }, [virtualizer]);
  const showOther = useCallback(
    (row: number) => virtualizer.scrollToIndex(row, { align: "start" }),
    [virtualizer],
  );
  // The browser's own way to either end stops where a paragraph on it is measured.
  const toEnd = (event: KeyboardEvent) => {
    if (event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    showOther(event.key === "Home" ? 0 : text.rows.length - 1);
  };
  const content = useRef<HTMLDivElement>(null);
  const readFrom = useCallback(
    (row: number) => {
      showOther(row);
      focusParagraphSoon(content, text.rows[row]?.start ?? 0);
    },
    [showOther, text],
  );
  const items = virtualizer.getVirtualItems();
  const gaps = gapsOf(items, items.length > 0 ? text.rows.length : 0, always);
  useTaking(
    content,
    useCallback(
      () => ({
        document: text,
        people: session.frame.interview?.interviewees ?? [],
        segments: [...segments, ...withheld],
        // What is said of it since it was read is told to nobody here.
        ask: (range) => askPermissions(transcriptId, text, range),
      }),
      [session, transcriptId, text, segments, withheld],
    ),
  );
  useFollow({ session, own, other: text, scroller, topOfOther, showOther });
  return (
    <section
      ref={scroller}
      aria-label={t("beside", { language })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is scrolled by key, too.
      tabIndex={0}
      onKeyDown={toEnd}
      className="reader-scroller border-line border-l"
      data-compact=""
    >
      <div
        ref={content}
        className="reader-content"
        style={{ height: virtualizer.getTotalSize() }}
        lang={text.language}
      >
        {items.map(({ index, key, start }) => {
          const row = text.rows[index];
          const before = gaps.before.get(index);
          const after = index === items.at(-1)?.index ? gaps.after : null;
          return (
            row && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className="reader-item"
                style={{ transform: `translateY(${start}px)` }}
              >
                {before && <Gap {...before} count={text.rows.length} onRead={readFrom} />}
                <BesideRow
                  row={row}
                  text={text}
                  segments={segments}
                  echoes={echoes}
                  echoLanguage={own.language}
                />
                {after && <Gap {...after} count={text.rows.length} onRead={readFrom} />}
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}

"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, useCallback, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { goToPressed } from "../audio/hear";
import { useSession } from "../context";
import { PlaceMenu } from "../menu/place-menu";
import { usePlaceMenu } from "../menu/use-place-menu";
import { askPermissions } from "../model/ask-permissions";
import { choose } from "../model/commands";
import { rowAt } from "../model/document";
import { gapsOf } from "../model/gaps";
import { useSignal } from "../model/signal";
import { tellParagraph } from "../model/tell-place";
import { HereList } from "../picker/here-list";
import { Picker } from "../picker/picker";
import { SelectionBar } from "../picker/selection-bar";
import { StripeLayer } from "../stripes/stripe-layer";
import { CaretMark } from "./caret-mark";
import {
  boxAt,
  focusParagraphSoon,
  offsetAt,
  readSelection,
  sameSelection,
  type TextSelection,
  writeSelection,
} from "./dom-range";
import { estimateHeight } from "./estimate";
import { FoldLine } from "./fold-line";
import { Gap } from "./gap";
import { Paragraph } from "./paragraph";
import { SegmentHandles } from "./segment-handles";
import { segmentUnder } from "./segment-under";
import { useCaret } from "./use-caret";
import { useFold } from "./use-fold";
import { useHydrating } from "./use-hydrating";
import { useReveal } from "./use-reveal";
import { useTaking } from "./use-taking";
import { useTextSelection } from "./use-text-selection";
import { useWidth } from "./use-width";

const OVERSCAN = 6;
/** Paragraphs of the server's rendering: as many lines as the tallest window has. */
const MOST_IN_FLOW = 80;
/** Above the first paragraph, in pixels; `.reader-content[data-in-flow]` has the same. */
const PADDING_START = 24;
/** Narrower than this there is no room for names beside the text; they stand under the paragraphs. */
const ROOM_FOR_LABELS = 660;

/** The text of the version at hand. Another version is another text: nothing that was measured in the former one holds. */
export function TextPane() {
  return <Version key={useSession().document.versionId} />;
}

/**
 * The transcript: only the paragraphs in view are on the page, with their stripes beside them. What the server
 * has rendered stands as in any page, until the window is known; then each paragraph has its place.
 */
function Version() {
  const t = useTranslations("reader");
  const session = useSession();
  const { rows, language } = useSignal(session.shown);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const held = useRef<TextSelection>({ anchor: 0, focus: 0 });
  const width = useWidth(scroller);
  const compact = width > 0 && width < ROOM_FOR_LABELS;

  const { fold, getItemKey, estimateSize, stands } = useFold((index) =>
    estimateHeight(rows[index], language, width),
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      // A selection that leaves the window would be lost with the paragraph it began in.
      const pinned = [held.current.anchor, held.current.focus].map(
        (offset) => rowAt(session.document, offset)?.index,
      );
      const shown = new Set(defaultRangeExtractor(range));
      for (const index of pinned) if (index !== undefined && session.selection.get()) shown.add(index);
      return [...shown].filter(stands).sort((a, b) => a - b);
    },
    [session, stands],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: OVERSCAN,
    rangeExtractor,
    paddingStart: PADDING_START,
    paddingEnd: 240,
  });
  const reveal = useReveal(session, scroller, content, virtualizer);
  const caret = useCaret(session, content, reveal);
  const follow = useCallback(
    (selection: TextSelection) => {
      held.current = selection;
      caret.held.current = selection;
    },
    [caret.held],
  );
  const readNow = useTextSelection(session, content, follow);
  useTaking(
    content,
    useCallback(
      () => ({
        document: session.document,
        people: session.frame.interview?.interviewees ?? [],
        segments: [
          ...session.store.ordered().flatMap(({ id }) => session.store.segment(id) ?? []),
          ...(session.store.withheld ?? []),
        ],
        // What keeps words in is told to those who see all, once all has come.
        ask:
          session.store.withheld === null && session.codingsReady.get()
            ? null
            : (range) => askPermissions(session.frame.transcript.id, session.document, range),
      }),
      [session],
    ),
  );
  const { placeLast, held: at } = caret;
  useEffect(() => {
    session.text.current = {
      reveal,
      read: () => {
        // Asked of the virtualizer, since asking the page would have it laid out at every scroll.
        const room = virtualizer.getTotalSize() - (virtualizer.scrollRect?.height ?? 0);
        return room > 0 ? Math.min(1, Math.max(0, (virtualizer.scrollOffset ?? 0) / room)) : 1;
      },
      top: () => {
        const scrolled = virtualizer.scrollOffset ?? 0;
        const first = virtualizer.getVirtualItems().find((item) => item.end > scrolled);
        return session.document.rows[first?.index ?? 0]?.start ?? 0;
      },
      above: (offset) => {
        const top = content.current && boxAt(content.current, offset)?.top;
        return top == null || !scroller.current ? 0 : top - scroller.current.getBoundingClientRect().top;
      },
      show: (offset, above) => {
        virtualizer.scrollToIndex(rowAt(session.document, offset)?.index ?? 0, { align: "start" });
        if (above === undefined) return;
        // The paragraph comes with the next rendering, and its true height with the one after.
        const mend = () => {
          const top = content.current && boxAt(content.current, offset)?.top;
          if (top == null || !scroller.current) return;
          scroller.current.scrollTop += top - scroller.current.getBoundingClientRect().top - above;
        };
        requestAnimationFrame(() => requestAnimationFrame(mend));
      },
      keeping: (change) => {
        const { current } = content;
        const before = current && readSelection(current);
        flushSync(change);
        if (current && before && !sameSelection(before, readSelection(current)))
          writeSelection(current, before);
      },
      offsetAt: (x, y) => content.current && offsetAt(content.current, x, y),
      caret: () => at.current,
      focused: () => content.current?.contains(document.activeElement) ?? false,
      focus: (selection) => {
        // Where the text has the focus already, the person may have selected something that is not told of yet.
        if (!selection && document.activeElement === content.current) readNow();
        content.current?.focus({ preventScroll: true });
        placeLast(selection ?? at.current);
      },
    };
    return () => {
      session.text.current = null;
    };
  }, [session, virtualizer, reveal, placeLast, readNow, at]);

  const readFrom = useCallback(
    (index: number) => {
      const { start } = session.document.rows[index] ?? { start: 0 };
      at.current = { anchor: start, focus: start };
      virtualizer.scrollToIndex(index, { align: "start" });
      focusParagraphSoon(content, start);
      tellParagraph(session, start);
    },
    [session, virtualizer, at],
  );
  const onClick = (event: MouseEvent) => {
    if (!document.getSelection()?.isCollapsed) return;
    // A name or a sign between the words means what it says, and not what lies under it.
    if (event.target instanceof Element && event.target.closest("button, a")) return;
    goToPressed(session, event.clientX, event.clientY);
    choose(session, segmentUnder(session, event.nativeEvent), false);
  };
  const menu = usePlaceMenu(content);
  const inFlow = useHydrating();
  const items = virtualizer.getVirtualItems();
  /** The paragraphs on the page, and how far down each of them stands once the window is known. */
  const shown: readonly { index: number; start?: number }[] = inFlow
    ? rows.slice(0, MOST_IN_FLOW).map(({ index }) => ({ index }))
    : items;
  const gaps = gapsOf(inFlow ? [] : items, inFlow ? 0 : rows.length, stands);
  const last = shown.at(-1)?.index;
  return (
    <>
      <div ref={scroller} className="reader-scroller" data-reader-scroller {...menu.on}>
        <div
          ref={content}
          role="document"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the text takes the focus, so that a caret can move and select in it.
          tabIndex={0}
          aria-label={t("text")}
          aria-roledescription={t("textRole")}
          lang={language}
          className="reader-content"
          style={inFlow ? undefined : { height: virtualizer.getTotalSize() }}
          data-in-flow={inFlow ? "" : undefined}
          onKeyDown={(event) => {
            caret.settle();
            readNow();
            caret.onKeyDown(event);
          }}
          onClick={onClick}
        >
          {shown.map(({ index, start }) => {
            const row = rows[index];
            const before = gaps.before.get(index);
            const after = index === last ? gaps.after : null;
            const folded = fold?.runs.get(index);
            return (
              row && (
                <div
                  key={folded === undefined ? index : `fold ${index}`}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className="reader-item"
                  style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
                >
                  {before && <Gap {...before} count={rows.length} onRead={readFrom} />}
                  {folded === undefined ? (
                    <Paragraph row={row} language={language} compact={compact} />
                  ) : (
                    <FoldLine index={index} count={folded} />
                  )}
                  {after && <Gap {...after} count={rows.length} onRead={readFrom} />}
                </div>
              )
            );
          })}
          <CaretMark container={content} />
          <SegmentHandles content={content} items={items} />
        </div>
        {!inFlow && items.length > 0 && (
          <StripeLayer content={content} items={items} compact={compact} width={width} />
        )}
      </div>
      <SelectionBar content={content} />
      <Picker content={content} scroller={scroller} />
      <HereList content={content} />
      <PlaceMenu place={menu.place} onClose={menu.close} onReturn={menu.giveBack} />
    </>
  );
}

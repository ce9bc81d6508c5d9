"use client";

import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Range } from "@/lib/domain/segment";
import { useCodings, useSession } from "../context";
import { choose } from "../model/commands";
import { ends } from "../model/ends";
import type { Painted } from "../model/painted";
import { mergeWith, placeAtHand, segmentsAt } from "../model/reshape";
import { passes } from "../model/session";
import { useSignal } from "../model/signal";
import { Quoting } from "../text/quoting";
import { type Spot, spotBeside } from "./place";

const SIZE = { width: 380, height: 360 };
const NARROW = 640;

/** All segments at the caret, to choose one of them by key: whatever lies over what, each can be reached. */
export function HereList({ content }: { content: RefObject<HTMLElement | null> }) {
  const session = useSession();
  const open = useSignal(session.listing);
  const [spot, setSpot] = useState<Spot | null>(null);
  // Asked before the list takes the focus from the text.
  const place = useMemo(() => (open ? placeAtHand(session) : null), [open, session]);
  useEffect(() => {
    if (!place) return;
    setSpot(window.innerWidth >= NARROW ? spotBeside(content.current, place, SIZE) : null);
  }, [place, content]);
  return place && <Panel spot={spot} at={place} />;
}

function Panel({ spot, at: caret }: { spot: Spot | null; at: Range }) {
  const t = useTranslations("gestures.here");
  const session = useSession();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useCodings();
  const filter = useSignal(session.filter);
  const [place] = useState(() => segmentsAt(session, caret).map((segment) => segment.id));
  const here = place
    .flatMap((each) => session.store.paintedSegment(each) ?? [])
    .filter((segment) => passes(filter, segment));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      here.findIndex(({ id: each }) => each === session.chosen.get()),
    ),
  );
  const current = here[Math.min(at, here.length - 1)];
  useEffect(() => {
    list.current?.focus();
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target)) return;
      session.listing.set(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [session]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const close = () => {
    session.listing.set(false);
    session.text.current?.focus();
  };
  const take = (segment: Painted) => {
    close();
    choose(session, segment.id);
  };
  const atHand = session.chosen.get();
  const mayMerge =
    current &&
    current.id !== atHand &&
    own(session, current) &&
    own(session, session.store.paintedSegment(atHand ?? ""));
  const merge = () => {
    if (!current || !mayMerge) return;
    close();
    mergeWith(session, current.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, here.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Home") setAt(0);
    else if (event.key === "End") setAt(here.length - 1);
    else if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key === "&") merge();
    else if (event.key === "Enter" && current) take(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={t("title", { count: here.length })}
      className={`reader-float reader-picker ${spot === null ? "reader-sheet" : ""}`}
      style={spot ?? undefined}
    >
      <h2 className="caption px-3.5 pt-2.5 pb-1">{t("title", { count: here.length })}</h2>
      {here.length === 0 && <p className="px-3.5 pb-3 text-soft">{t("none")}</p>}
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t("title", { count: here.length })}
        aria-activedescendant={current && `${id}-${current.id}`}
        className="reader-picker-list focus-visible:-outline-offset-2"
        onKeyDown={onKeyDown}
      >
        {here.map((segment, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list, which names the active option.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the list.
          <div
            key={segment.id}
            id={`${id}-${segment.id}`}
            role="option"
            aria-selected={segment.id === atHand}
            data-current={index === at ? "" : undefined}
            className="reader-option"
            onMouseEnter={() => session.hovered.set(segment.id)}
            onMouseLeave={() => session.hovered.set(null)}
            onMouseMove={() => setAt(index)}
            onClick={() => take(segment)}
          >
            <Entry segment={segment} />
          </div>
        ))}
      </div>
      <p className="reader-picker-foot">{t(mayMerge ? "keysMerge" : "keys")}</p>
    </div>
  );
}

const own = ({ frame }: ReturnType<typeof useSession>, segment: Painted | undefined) =>
  segment !== undefined && segment.coderId === frame.me.id && frame.mayCode;

/** The codes of a segment, its coder, and from where to where it reaches. */
function Entry({ segment }: { segment: Painted }) {
  const t = useTranslations("gestures.here");
  const reader = useTranslations("reader");
  const session = useSession();
  const { store, codes, frame, document } = session;
  const coder = store.coders.find((each) => each.id === segment.coderId);
  const entry = {
    coder: segment.coderId === frame.me.id ? reader("me") : (coder?.name ?? ""),
    words: ends(store.segment(segment.id)?.quote ?? ""),
    count: segment.end - segment.start,
  };
  return (
    <span className="min-w-0 flex-1">
      <span className="flex flex-wrap gap-x-2 font-semibold">
        {segment.codeIds.map((codeId) => (
          <span key={codeId} className="inline-flex items-center gap-1">
            <i
              data-hue={codes.get(codeId)?.hue ?? 0}
              className="keep-colour inline-block size-2.5 shrink-0 rounded-[3px] bg-hue"
            />
            {codes.get(codeId)?.name ?? reader("unknownCode")}
          </span>
        ))}
      </span>
      <span className="block text-soft text-sm">
        <Quoting words={t("entry", entry)} quote={entry.words} language={document.language} />
      </span>
    </span>
  );
}

"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { flatten, shownPath } from "@/lib/domain/codebook";
import { useCodings, useSession } from "../context";
import { applyCodes, ownCodings, target, toggleCode } from "../model/commands";
import { recode } from "../model/reshape";
import { useSignal } from "../model/signal";
import { Marked } from "./marked";
import { NewCode } from "./new-code";
import type { Spot } from "./place";
import { rankCodes } from "./rank";

/** More is never looked through; a letter more is quicker. */
const MOST = 40;

/**
 * A field and a list of codes: type, choose, apply. Shift-Enter or a press of the box marks one and goes on, and
 * Enter applies all that are marked. Where a code is to be put in the place of another, the first one does that.
 */
export function PickerPanel({ spot }: { spot: Spot | null }) {
  const t = useTranslations("reader");
  const words = useTranslations("gestures.picker");
  const session = useSession();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useCodings();
  const tree = useSignal(session.codebook);
  const swapping = useSignal(session.swapping);
  const order = useMemo(() => flatten(tree).map((entry) => entry.code), [tree]);
  // The order of recent codes stays as it was when the list was opened: a list must not move under the hand.
  const [recent] = useState(() => session.recent.get());
  const had = ownCodings(session, target(session));
  const asking = swapping !== null && swapping.codingId === null;
  const ranked = useMemo(() => rankCodes(tree, query, recent, order), [tree, query, recent, order]);
  const found = ranked.filter(({ code }) => !asking || had.has(code.id)).slice(0, MOST);
  const current = found[at];

  const close = () => {
    // The words just coded are the segment at hand now; selected again they would stand in its place.
    const end = session.selection.get() === null ? session.draft.get()?.end : undefined;
    session.picker.set(false);
    session.draft.set(null);
    session.text.current?.focus(end === undefined ? undefined : { anchor: end, focus: end });
  };
  /** Closes it where the focus has gone elsewhere, by a press or by Tab. */
  const leave = useCallback(() => {
    session.picker.set(false);
    session.draft.set(null);
  }, [session]);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target)) return;
      leave();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [leave]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  /** What a press of Enter or of a code does: all that are marked, and this one. */
  const take = (codeId?: string) => {
    if (codeId && asking) {
      session.swapping.set({ ...swapping, codingId: had.get(codeId) ?? null });
      setQuery("");
      setAt(0);
      return;
    }
    if (codeId && swapping?.codingId) recode(session, swapping.segmentId, swapping.codingId, codeId);
    else applyCodes(session, [...marked.filter((each) => each !== codeId), ...(codeId ? [codeId] : [])]);
    close();
  };
  /** Marks a code, or takes the mark off; a code that is there already comes off at once. */
  const mark = (codeId: string) => {
    if (swapping) take(codeId);
    else if (had.has(codeId)) toggleCode(session, codeId);
    else
      setMarked((now) => (now.includes(codeId) ? now.filter((each) => each !== codeId) : [...now, codeId]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") {
      // Whoever goes on to another part of the page is done with it.
      requestAnimationFrame(() => panel.current?.contains(document.activeElement) === false && leave());
      return;
    }
    // Of a button, Enter presses that.
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement && isPlainEnter(event)) {
      if (event.shiftKey) current && mark(current.code.id);
      else if (current || marked.length > 0) take(current?.code.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const old = swapping?.codingId && [...had].find(([, coding]) => coding === swapping.codingId)?.[0];
  const swap = asking
    ? words("swapWhich")
    : old
      ? words("swap", { name: session.codes.get(old)?.name ?? "" })
      : null;
  const count = marked.length + (current && !marked.includes(current.code.id) ? 1 : 0);
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={swap ?? t("picker.title")}
      className={cx("reader-float reader-picker", spot === null && "reader-sheet")}
      style={spot ?? undefined}
      onKeyDown={onKeyDown}
    >
      {swap && <h2 className="caption px-3.5 pt-2.5">{swap}</h2>}
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened in order to type in it, and gives the focus back.
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={current && `${id}-${current.code.id}`}
        aria-label={t("picker.find")}
        placeholder={t("picker.find")}
        className="reader-picker-field"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable
        aria-label={t("codes")}
        className="reader-picker-list"
      >
        {found.map(({ code, above, ranges }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which names the active option.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
          <div
            key={code.id}
            id={`${id}-${code.id}`}
            role="option"
            aria-selected={had.has(code.id) || marked.includes(code.id)}
            aria-keyshortcuts={code.shortcut ?? undefined}
            aria-describedby={index === at && code.definition ? `${id}-definition` : undefined}
            data-current={index === at ? "" : undefined}
            className="reader-option"
            onMouseMove={() => setAt(index)}
            onClick={(event) => (event.shiftKey ? mark : take)(code.id)}
          >
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the key is that of the field. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the option itself says whether it is marked. */}
            <span
              className="reader-box"
              onClick={(event) => {
                event.stopPropagation();
                mark(code.id);
              }}
            >
              {(had.has(code.id) || marked.includes(code.id)) && <Check aria-hidden />}
            </span>
            <span data-hue={code.hue} className="keep-colour mt-1.5 size-2.5 shrink-0 rounded-[3px] bg-hue" />
            <span className="min-w-0 flex-1">
              <Marked text={code.name} ranges={ranges} />
              {above && <span className="ml-1 text-faint text-sm">{` ${shownPath(above)}`}</span>}
            </span>
            {code.shortcut && (
              <span aria-hidden>
                <Kbd keys={code.shortcut} />
              </span>
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="px-3.5 py-2 text-soft">
          {words("found", { count: 0 })} {!session.frame.mayEditCodebook && words("mayNotMake")}
        </p>
      )}
      {/* What typing leaves in the list, for those who do not see it. */}
      <p role="status" className="sr-only">
        {query !== "" && words("found", { count: found.length })}{" "}
        {marked.length > 0 && words("marked", { count: marked.length })}
      </p>
      {current?.code.definition && (
        <p id={`${id}-definition`} className="reader-definition">
          <b>{current.code.name}</b> {current.code.definition}
        </p>
      )}
      {!swapping && (
        <NewCode name={query} parentId={current?.code.parentId ?? null} also={marked} onMade={close} />
      )}
      <p id={`${id}-keys`} className="reader-picker-foot">
        <Kbd keys="enter" /> {marked.length > 0 ? words("applySeveral", { count }) : t("picker.apply")}{" "}
        {!swapping && (
          <>
            <Kbd keys="shift+enter" /> {words("mark")}
          </>
        )}
      </p>
    </div>
  );
}

const isPlainEnter = ({ ctrlKey, metaKey }: KeyboardEvent) => !ctrlKey && !metaKey;

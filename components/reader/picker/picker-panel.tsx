"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { flatten } from "@/lib/domain/codebook";
import { useCodings, useSession } from "../context";
import { applyCodes, ownCodings, target, toggleCode } from "../model/commands";
import { useSignal } from "../model/signal";
import { Marked } from "./marked";
import { NewCode } from "./new-code";
import type { Spot } from "./place";
import { rankCodes } from "./rank";

/** More is never looked through; a letter more is quicker. */
const MOST = 40;

/** A field and a list of codes: type, choose, apply. Shift-Enter or a press of the box takes one and goes on. */
export function PickerPanel({ spot }: { spot: Spot | null }) {
  const t = useTranslations("reader");
  const session = useSession();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const panel = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useCodings();
  const tree = useSignal(session.codebook);
  const order = useMemo(() => flatten(tree).map((entry) => entry.code), [tree]);
  // The order of recent codes stays as it was when the list was opened: a list must not move under the hand.
  const [recent] = useState(() => session.recent.get());
  const found = useMemo(
    () => rankCodes(tree, query, recent, order).slice(0, MOST),
    [tree, query, recent, order],
  );
  const had = ownCodings(session, target(session));
  const current = found[at];

  const close = () => {
    // The words just coded are the segment at hand now; selected again they would stand in its place.
    const end = session.selection.get() === null ? session.draft.get()?.end : undefined;
    session.picker.set(false);
    session.draft.set(null);
    session.text.current?.focus(end === undefined ? undefined : { anchor: end, focus: end });
  };
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target)) return;
      session.picker.set(false);
      session.draft.set(null);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [session]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && current) {
      if (event.shiftKey) toggleCode(session, current.code.id);
      else {
        applyCodes(session, [current.code.id]);
        close();
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={t("picker.title")}
      className={cx("reader-float reader-picker", spot === null && "reader-sheet")}
      style={spot ?? undefined}
      onKeyDown={onKeyDown}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened in order to type in it, and gives the focus back.
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
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
            aria-selected={had.has(code.id)}
            data-current={index === at ? "" : undefined}
            className="reader-option"
            onMouseMove={() => setAt(index)}
            onClick={(event) => {
              if (event.shiftKey) return toggleCode(session, code.id);
              applyCodes(session, [code.id]);
              return close();
            }}
          >
            <input
              type="checkbox"
              tabIndex={-1}
              aria-hidden
              checked={had.has(code.id)}
              onClick={(event) => event.stopPropagation()}
              onChange={() => toggleCode(session, code.id)}
            />
            <span data-hue={code.hue} className="keep-colour mt-1.5 size-2.5 shrink-0 rounded-[3px] bg-hue" />
            <span className="min-w-0 flex-1">
              <Marked text={code.name} ranges={ranges} />
              {above && <span className="ml-1.5 text-faint text-sm">{above}</span>}
            </span>
            {code.shortcut && <Kbd keys={code.shortcut} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-3 py-2 text-soft">{t("picker.none")}</p>}
      {current?.code.definition && (
        <p className="reader-definition" aria-live="polite">
          <b>{current.code.name}</b> {current.code.definition}
        </p>
      )}
      <NewCode name={query} parentId={current?.code.parentId ?? null} onMade={close} />
      <p className="reader-picker-foot">
        <Kbd keys="enter" /> {t("picker.apply")} <Kbd keys="shift+enter" /> {t("picker.several")}
      </p>
    </div>
  );
}

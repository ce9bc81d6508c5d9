"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";
import { useFieldControl } from "./field";
import { finder } from "./find-parts";
import { Select } from "./select";
import { CONTROL } from "./text-input";

interface FindOneProps {
  options: readonly { value: string; label: string }[];
  value: string;
  onValueChange: (value: string) => void;
  /** Name outside a Field. */
  "aria-label"?: string;
  autoFocus?: boolean;
  /** What else can be done with what was typed; `active` is what Enter would choose. */
  below?: (typed: string, active: string | undefined) => ReactNode;
}

/** More are never looked through; a letter more is quicker. */
const LISTED = 40;

/** One of many, found by typing parts of its name (WAI-ARIA Authoring Practices, combobox with a list). */
export function FindOne({ options, value, onValueChange, autoFocus, below, ...rest }: FindOneProps) {
  const t = useTranslations("common");
  const { name: _, required: __, ...field } = useFieldControl();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const find = useMemo(() => finder(options), [options]);
  const found = useMemo(() => {
    // What is chosen comes first until something is looked for.
    if (query.trim() === "") return options.toSorted((a, b) => rank(a, value) - rank(b, value));
    return find(query);
  }, [find, options, query, value]);
  const listed = found.slice(0, LISTED);
  const active = listed[Math.min(at, listed.length - 1)];
  // The list is scrolled and not the page around it, which nobody asked to move when it opens.
  useEffect(() => {
    const { current: box } = list;
    const option = box?.children[at];
    if (!box || !(option instanceof HTMLElement)) return;
    const from = option.offsetTop - box.offsetTop;
    if (from < box.scrollTop) box.scrollTop = from;
    else if (from + option.offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = from + option.offsetHeight - box.clientHeight;
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, listed.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    // Enter chooses, and does not send the form around it; with another key it is for what stands below.
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return;
    else if (event.key === "Enter") active && onValueChange(active.value);
    else return;
    event.preventDefault();
  };
  return (
    <div className="grid grid-cols-1 gap-1">
      <p className="truncate font-medium empty:hidden">
        {options.find((option) => option.value === value)?.label}
      </p>
      <input
        {...field}
        {...rest}
        // biome-ignore lint/a11y/noAutofocus: where it is asked for, it was opened in order to type in it.
        autoFocus={autoFocus}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active.value}`}
        autoComplete="off"
        placeholder={t("find")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className={cx(CONTROL, "h-9")}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t("find")}
        className="max-h-48 overflow-y-auto rounded-md border border-line p-1 empty:hidden"
      >
        {listed.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
          <div
            key={option.value}
            id={`${id}-${option.value}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              setAt(index);
              onValueChange(option.value);
            }}
            className={cx(
              "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1",
              option === active ? "bg-accent-tint text-accent" : "hover:bg-ink/4",
            )}
          >
            <span className="w-4 shrink-0">
              {option.value === value && <Check aria-hidden className="size-4" />}
            </span>
            <span className="min-w-0">{option.label}</span>
          </div>
        ))}
      </div>
      <p role="status" className="text-faint text-sm">
        {t("listed", { shown: listed.length, count: found.length })}
      </p>
      {below?.(query, active?.value)}
    </div>
  );
}

const rank = (option: { value: string }, chosen: string) => (option.value === chosen ? 0 : 1);

/** From here on a list is searched rather than looked through. */
export const MANY = 200;

/** One of several from a list; of very many, found by typing. */
export function SelectOrFind(props: FindOneProps) {
  return props.options.length > MANY ? <FindOne {...props} /> : <Select {...props} />;
}

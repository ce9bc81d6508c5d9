"use client";

import { ChevronRight, GripVertical } from "lucide-react";
import type { PointerEvent, Ref } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import type { Zone } from "@/lib/domain/codebook";
import type { CodeRow } from "@/lib/schemas/codebook";

interface CodeTreeItemProps {
  code: CodeRow;
  depth: number;
  /** Where it stands among its siblings, from 1 on, since not all of them may be drawn. */
  place: { at: number; of: number };
  /** Segments and interviewees, and the person's own segments to look at again; null where counts are not shown. */
  counts: { segments: number; interviewees: number; due: number } | null;
  /** Whether what is below it is shown; null where nothing is. */
  open: boolean | null;
  chosen: boolean;
  /** Of the whole tree one item is reached by Tab. */
  tabbable: boolean;
  onChoose: () => void;
  onToggle: () => void;
  /** A press that may become a drag; null where nothing may be moved. */
  onPress: ((event: PointerEvent, byGrip: boolean) => void) | null;
  /** It is being dragged, or something is that would land here. */
  dragged: boolean;
  landing: Zone | null;
  /** Of a long tree: its place among all that could be drawn, how far below the one before, and its measure. */
  index: number;
  gap: number;
  ref: Ref<HTMLDivElement> | undefined;
}

/** Names that are longer, in UTF-16 code units, are cut after three lines. */
const LONG = 60;

/** A code in the tree: colour, name, key, and how much it is used. */
export function CodeTreeItem(props: CodeTreeItemProps) {
  const { code, depth, place, counts, open, chosen, tabbable, landing } = props;
  const { onChoose, onToggle, onPress } = props;
  const t = useTranslations("codebook");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it answers the keys
    <div
      ref={props.ref}
      role="treeitem"
      data-index={props.index}
      data-code={code.id}
      data-hue={code.hue}
      data-landing={landing ?? undefined}
      aria-level={depth + 1}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-selected={chosen}
      aria-expanded={open ?? undefined}
      aria-keyshortcuts={code.shortcut ?? undefined}
      tabIndex={tabbable ? 0 : -1}
      onPointerDown={onPress ? (event) => onPress(event, false) : undefined}
      onClick={onChoose}
      style={{ paddingInlineStart: `${depth * 0.75}rem`, marginTop: props.gap || undefined }}
      className={cx(
        "group relative flex min-h-8 cursor-default select-none items-center gap-1.5 rounded-lg border border-transparent pr-2 focus-visible:-outline-offset-2",
        chosen ? "border-line! bg-raised shadow-card" : "hover:bg-ink/4",
        depth === 0 && "font-semibold",
        code.retired && "text-faint line-through",
        props.dragged && "opacity-50",
        landing === "inside" && "border-accent! bg-accent-tint",
      )}
    >
      {(landing === "before" || landing === "after") && (
        <span
          aria-hidden
          style={{ left: `${depth * 0.75 + 1.5}rem` }}
          className={cx(
            "pointer-events-none absolute right-0 z-10 h-0.5 rounded-full bg-accent",
            landing === "before" ? "-top-px" : "-bottom-px",
          )}
        />
      )}
      {/* The arrow is for the mouse; keys open and close with left and right. */}
      <span
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (open === null) onChoose();
          else onToggle();
        }}
        className="inline-flex size-6 shrink-0 items-center justify-center text-faint"
      >
        {open !== null && (
          <ChevronRight className={cx("size-3.5 transition-transform", open && "rotate-90")} />
        )}
      </span>
      <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
      <span className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">
        {/* A very long name would push the others out of view; its page has all of it. */}
        <span title={code.name} className={cx("mr-1.5", code.name.length > LONG && "line-clamp-3")}>
          {code.name}
        </span>
        {code.shortcut && (
          // Told as the item's key: among words and counts a digit would be one more of these.
          <span aria-hidden>
            <Kbd keys={code.shortcut} />
          </span>
        )}
      </span>
      {code.retired && <span className="sr-only">{t("retired")}</span>}
      {counts && <Counts {...counts} />}
      {onPress && (
        <span
          aria-hidden
          title={t("grip")}
          onPointerDown={(event) => {
            event.stopPropagation();
            onPress(event, true);
          }}
          onClick={(event) => event.stopPropagation()}
          className="inline-flex h-8 w-6 shrink-0 cursor-grab touch-none items-center justify-center text-faint opacity-0 group-hover:opacity-100 pointer-coarse:opacity-100"
        >
          <GripVertical className="size-3.5" />
        </span>
      )}
    </div>
  );
}

function Counts({ segments, interviewees, due }: { segments: number; interviewees: number; due: number }) {
  const t = useTranslations("codebook");
  const words = t("countsTitle", { codings: segments, interviewees });
  return (
    <>
      <span className="sr-only">{words}</span>
      {due > 0 && (
        <span
          title={t("due", { count: due })}
          className="tabular shrink-0 rounded-full border border-warning/30 bg-warning-tint px-1.5 font-normal text-warning text-xs"
        >
          <span aria-hidden>{due}</span>
          <span className="sr-only">{t("due", { count: due })}</span>
        </span>
      )}
      <span aria-hidden title={words} className="tabular shrink-0 font-normal text-faint text-sm">
        {segments > 0 && (
          <>
            {segments}
            <span className="ml-1.5 inline-block min-w-5 text-right">{interviewees}</span>
          </>
        )}
      </span>
    </>
  );
}

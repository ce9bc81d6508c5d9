"use client";

import { ChevronRight } from "lucide-react";
import type { DragEvent, Ref } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import type { CodeRow } from "@/lib/schemas/codebook";

interface CodeTreeItemProps {
  code: CodeRow;
  depth: number;
  /** Where it stands among its siblings, from 1 on, since not all of them may be drawn. */
  place: { at: number; of: number };
  used: { codings: number; interviewees: number } | null;
  /** Whether counts are shown at all. */
  counted: boolean;
  /** Whether what is below it is shown; null where nothing is. */
  open: boolean | null;
  chosen: boolean;
  /** Of the whole tree one item is reached by Tab. */
  tabbable: boolean;
  onChoose: () => void;
  onToggle: () => void;
  onDrag: (() => void) | null;
  onDrop: (event: DragEvent) => void;
  /** Of a long tree: its place among all that could be drawn, how far below the one before, and its measure. */
  index: number;
  gap: number;
  ref: Ref<HTMLDivElement> | undefined;
}

/** A code in the tree: colour, name, key, and how much it is used. */
export function CodeTreeItem(props: CodeTreeItemProps) {
  const { code, depth, place, used, counted, open, chosen, tabbable } = props;
  const { onChoose, onToggle, onDrag, onDrop } = props;
  const t = useTranslations("codebook");
  const { codings, interviewees } = used ?? { codings: 0, interviewees: 0 };
  const counts = t("countsTitle", { codings, interviewees });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it answers the keys
    <div
      ref={props.ref}
      role="treeitem"
      data-index={props.index}
      data-code={code.id}
      data-hue={code.hue}
      aria-level={depth + 1}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-selected={chosen}
      aria-expanded={open ?? undefined}
      tabIndex={tabbable ? 0 : -1}
      draggable={onDrag !== null}
      onDragStart={onDrag ?? undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      onClick={onChoose}
      style={{ paddingInlineStart: `${depth * 0.75}rem`, marginTop: props.gap || undefined }}
      className={cx(
        "flex min-h-8 cursor-default items-center gap-1.5 rounded-lg border border-transparent pr-2 focus-visible:-outline-offset-2",
        chosen ? "border-line! bg-raised shadow-card" : "hover:bg-ink/4",
        depth === 0 && "font-semibold",
        code.retired && "text-faint line-through",
      )}
    >
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
      <span className="min-w-0 flex-1 py-1">
        <span className="mr-1.5">{code.name}</span>
        {code.shortcut && <Kbd keys={code.shortcut} />}
      </span>
      {code.retired && <span className="sr-only">{t("retired")}</span>}
      {counted && <span className="sr-only">{counts}</span>}
      {counted && (
        <span aria-hidden title={counts} className="tabular shrink-0 font-normal text-faint text-sm">
          {codings > 0 && (
            <>
              {codings}
              <span className="ml-1.5 inline-block min-w-5 text-right">{interviewees}</span>
            </>
          )}
        </span>
      )}
    </div>
  );
}

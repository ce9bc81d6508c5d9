"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { useSession } from "../context";
import { applyCodes } from "../model/commands";
import { filterByCode } from "../model/filter-by-code";
import type { ReaderCode } from "../model/frame";
import { useCodeDrag } from "./use-code-drag";

/** The words, somewhere on the page, that say what a press does: with something to code, and always of a retired code. */
export const HINTS = { press: "reader-code-press", retired: "reader-code-retired" } as const;

interface CodeRowProps {
  code: ReaderCode;
  depth: number;
  /** The name of the code that it stands under; null at the top. */
  parent: string | null;
  /** Stands over others: set as a heading of the tree. */
  heading: boolean;
  count: number;
  dimmed: boolean;
}

export const CodeRow = memo(function CodeRow({ code, depth, parent, heading, count, dimmed }: CodeRowProps) {
  const t = useTranslations("reader");
  const session = useSession();
  const { over, dragged, handlers } = useCodeDrag(code);
  const press = () => {
    // Let go where it was taken up: neither a press nor a drop.
    if (dragged.current) return;
    // Words selected are coded; a segment merely looked at is not, since a press may mean the filter.
    const applies = session.selection.get() !== null && session.frame.mayCode && !code.retired;
    if (applies) applyCodes(session, [code.id]);
    else filterByCode(session, code.id);
  };
  return (
    <li style={{ paddingLeft: `${depth * 0.9}rem` }}>
      <button
        type="button"
        className={cx("reader-code", heading && "font-semibold text-soft", dimmed && "opacity-60")}
        title={code.definition || undefined}
        data-over={over ? "" : undefined}
        aria-keyshortcuts={code.shortcut ?? undefined}
        {...handlers}
        // The words selected must stay so until they are coded.
        onMouseDown={(event) => event.preventDefault()}
        aria-describedby={code.retired ? HINTS.retired : HINTS.press}
        onClick={press}
      >
        {!heading && (
          <span data-hue={code.hue} className="keep-colour mt-1.5 size-2.5 shrink-0 rounded-[3px] bg-hue" />
        )}
        <span className={cx("min-w-0 flex-1", code.retired && "line-through")}>
          {code.name}
          {/* Two codes may have one name under different ones, which is seen by where they stand. */}
          {parent && <span className="sr-only">{` (${parent})`}</span>}
        </span>
        {/* Told as the button's key: among words and counts a digit would be one more of these. */}
        {code.shortcut && (
          <span aria-hidden>
            <Kbd keys={code.shortcut} />
          </span>
        )}
        <span className="min-w-4 tabular text-right text-faint text-sm">{count > 0 ? count : ""}</span>
        <span className="sr-only">{t("countOf", { count })}</span>
      </button>
    </li>
  );
});

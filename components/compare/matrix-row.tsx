"use client";

import { ChevronRight } from "lucide-react";
import type { CSSProperties } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { cx } from "@/components/ui/cx";
import type { CompareView } from "@/lib/schemas/compare";
import { NAME_COLUMN } from "./layout";
import { MatrixCell } from "./matrix-cell";
import { type MatrixColumn, shareOf } from "./model/matrix";
import { cellKey } from "./model/view";
import type { CellWords } from "./use-cell-words";
import type { Place } from "./use-grid-keys";
import type { MatrixTableRow } from "./use-matrix-table";

interface MatrixRowProps {
  row: MatrixTableRow;
  index: number;
  columns: MatrixColumn[];
  view: CompareView;
  words: CellWords;
  place: Place;
  onPlace: (place: Place) => void;
  onOpen: (codeId: string, column: string | null) => void;
}

export function MatrixRow(props: MatrixRowProps) {
  const { row, index, columns, view, words, place, onPlace, onOpen } = props;
  const t = useTranslations("compare");
  const format = useFormatter();
  const node = row.original;
  return (
    <tr aria-rowindex={index + 2} aria-level={row.depth + 1} className="h-12">
      <RowHead {...props} />
      {columns.map((column, at) => {
        const cell = node.cells[at];
        if (!cell) return null;
        const { value } = shareOf(cell, column, node, view.share);
        const isShown = view.share !== "interviewees" && value !== null && !cell.zero;
        const shareWords = isShown ? format.number(value, "share") : null;
        const key = cellKey(node.id, column.key);
        return (
          <td key={key} className={cx("px-0.5 py-0.5", at === columns.length - 1 && "pr-4")}>
            <MatrixCell
              cell={cell}
              figure={view.figure}
              share={column.key === null ? null : value}
              shareWords={shareWords}
              words={words}
              lead={t("cell.lead", { code: node.name, column: words.column(column) })}
              rest={words.rest(
                cell,
                shareWords &&
                  t("cell.share", { share: shareWords, of: t(`share.${view.share}`, { unit: words.unit }) }),
              )}
              open={view.cell === key}
              current={place.row === index && place.column === at + 1}
              place={`${index}:${at + 1}`}
              onOpen={() => {
                onPlace({ row: index, column: at + 1 });
                onOpen(node.id, column.key);
              }}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** The code's name. Where others are below it, it opens and closes them. */
function RowHead({ row, index, place, onPlace }: MatrixRowProps) {
  const t = useTranslations("compare");
  const { name, hue, children, retired } = row.original;
  const isOpen = row.getIsExpanded();
  const label = (
    <CodeSwatch
      hue={hue}
      name={
        <span className={cx("line-clamp-2 hyphens-auto", retired && "text-soft line-through")}>{name}</span>
      }
    />
  );
  return (
    <th
      scope="row"
      className={cx(NAME_COLUMN, "z-10 bg-paper py-0.5 pr-2 pl-2 text-left font-normal leading-4.5 sm:pl-6")}
    >
      <div
        className="flex h-11 items-center pl-[calc(var(--depth)*0.5rem)] sm:pl-[calc(var(--depth)*0.875rem)]"
        style={{ "--depth": Math.min(row.depth, 6) } as CSSProperties}
      >
        {children.length > 0 ? (
          <button
            type="button"
            data-place={`${index}:0`}
            tabIndex={place.row === index && place.column === 0 ? 0 : -1}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? "collapse" : "expand", { name })}
            onClick={() => {
              onPlace({ row: index, column: 0 });
              row.toggleExpanded();
            }}
            className="-ml-1 flex min-h-8 min-w-0 items-center gap-1 rounded-sm px-1 text-left font-medium hover:bg-ink/5"
          >
            <ChevronRight aria-hidden className={cx("size-4 shrink-0 text-soft", isOpen && "rotate-90")} />
            {label}
          </button>
        ) : (
          <span
            data-place={`${index}:0`}
            tabIndex={place.row === index && place.column === 0 ? 0 : -1}
            className="min-w-0 rounded-sm pl-4"
          >
            {label}
          </span>
        )}
      </div>
    </th>
  );
}

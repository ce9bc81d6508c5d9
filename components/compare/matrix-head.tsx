"use client";

import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { ariaSort, SortButton } from "@/components/ui/sort-button";
import type { CompareView } from "@/lib/schemas/compare";
import { NAME_COLUMN } from "./layout";
import type { MatrixColumn } from "./model/matrix";
import type { CellWords } from "./use-cell-words";
import { columnId, NAME, type useMatrixTable } from "./use-matrix-table";

interface MatrixHeadProps {
  table: ReturnType<typeof useMatrixTable>;
  columns: MatrixColumn[];
  view: CompareView;
  words: CellWords;
}

const HEAD =
  "sticky top-0 z-20 bg-paper px-1 pt-1 pb-1.5 text-left align-bottom font-medium text-soft text-sm";

export function MatrixHead({ table, columns, view, words }: MatrixHeadProps) {
  const t = useTranslations("compare");
  const button = (id: string, label: string, shown = label) => {
    const column = table.getColumn(id);
    const direction = column?.getIsSorted() ?? false;
    return {
      sort: ariaSort(direction),
      element: (
        <SortButton
          direction={direction}
          onSort={() => column?.toggleSorting()}
          className="max-w-full text-left"
        >
          <span className="sr-only">{t("sortBy", { column: label })}</span>
          <span aria-hidden className="line-clamp-2">
            {shown}
          </span>
        </SortButton>
      ),
    };
  };
  const name = button(NAME, t("code"));
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-sort={name.sort} className={cx(HEAD, NAME_COLUMN, "z-30 pl-2 sm:pl-6")}>
          {name.element}
        </th>
        {columns.map((column, at) => {
          const { sort, element } = button(columnId(column), words.column(column), words.short(column));
          return (
            <th
              key={columnId(column)}
              scope="col"
              aria-sort={sort}
              title={column.hint || undefined}
              className={cx(HEAD, "w-26 min-w-26", at === columns.length - 1 && "pr-4")}
            >
              {element}
              <span className="block whitespace-nowrap font-normal text-xs">
                {(view.columns === "interviewee" || view.columns === "source") && column.key !== null ? (
                  <span className="block max-w-24 truncate">{column.hint}</span>
                ) : (
                  <>
                    {view.columns === "source"
                      ? t("sources", { count: column.totals.people })
                      : t("people", { count: column.totals.people })}
                    {column.small && view.columns !== "source" && (
                      <>
                        {" "}
                        <span role="img" aria-label={t("small")} title={t("small")}>
                          ◦
                        </span>
                      </>
                    )}
                  </>
                )}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

"use client";

import { useLocale, useTranslations } from "use-intl";
import type { CompareView } from "@/lib/schemas/compare";
import type { Cell, MatrixColumn, MatrixNode } from "./model/matrix";
import type { CellWords } from "./use-cell-words";

interface Place {
  node: MatrixNode;
  columns: readonly MatrixColumn[];
  /** Index of the column that is open. */
  at: number;
  view: CompareView;
  words: CellWords;
  /** The clusters, coders, stances and certainties that are counted, in words; empty if all are. */
  filters: readonly string[];
}

/** Sentences that could stand in the report: on the open cell, and on its row. Who may not be cited by number is not. */
export function useSentences({ node, columns, at, view, words, filters }: Place): string[] {
  const t = useTranslations("compare.pane");
  const locale = useLocale();
  const cell = node.cells[at];
  const column = columns[at];
  const total = node.cells.at(-1);
  if (!cell || !column || !total) return [];

  // British: no comma before the last.
  const lists = new Intl.ListFormat(locale === "en" ? "en-GB" : locale);
  const citation = ({ n, numbers }: Cell): string => {
    if (n === 0 || numbers.length === 0) return "";
    const list = lists.format(numbers.map(String));
    const named = t(numbers.length === 1 ? "sentence.one" : "sentence.many", { numbers: list });
    const rest = n - numbers.length;
    return t("sentence.citation", {
      numbers: rest > 0 ? t("sentence.and", { numbers: named, more: t("more", { count: rest }) }) : named,
    });
  };
  const facts = (of: Cell) => ({
    n: String(of.n),
    of: String(of.of),
    code: node.name,
    citation: citation(of),
  });
  const where = filters.length > 0 ? ` ${t("sentence.where", { filters: lists.format(filters) })}` : "";

  const sentences: string[] = [];
  if (column.key !== null) {
    const name = words.column(column);
    const zero = words.zero(cell)?.long;
    if (zero && words.unit === "source")
      sentences.push(t("sentence.noSource", { column: name, code: node.name, zero }));
    else if (zero)
      sentences.push(t("sentence.none", { of: String(cell.of), column: name, code: node.name, zero }));
    else if (words.unit === "source") sentences.push(t("sentence.source", { column: name, code: node.name }));
    else if (view.columns === "interviewee")
      sentences.push(t("sentence.column", { column: column.label, code: node.name }));
    else sentences.push(t("sentence.cell", { ...facts(cell), column: name }));
  }
  if (total.n > 0) {
    const groups = node.cells.slice(0, -1).filter(({ n }) => n > 0).length;
    sentences.push(
      words.unit === "source"
        ? t("sentence.sources", facts(total))
        : view.columns === "sector"
          ? t("sentence.row", { ...facts(total), groups })
          : t("sentence.total", facts(total)),
    );
  }
  return sentences.map((sentence) => sentence + where);
}

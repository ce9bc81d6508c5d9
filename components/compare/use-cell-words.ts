"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Columns } from "@/lib/schemas/compare";
import type { Cell, MatrixColumn } from "./model/matrix";

/** Most numbers that a cell can show beside its figure. */
const SHOWN = 3;

/** How columns and cells are said in words; `attribute` is the name of the attribute whose groups the columns are. */
export function useCellWords(columns: Columns, attribute: string) {
  const t = useTranslations("compare");
  const format = useFormatter();
  const unit = unitOf(columns);

  /** Under a head that says what all columns are. */
  const short = ({ key, label }: Pick<MatrixColumn, "key" | "label">): string =>
    columns === "attribute" && key !== null ? label || t("notStated") : column({ key, label });
  const column = ({ key, label }: Pick<MatrixColumn, "key" | "label">): string => {
    if (key === null && columns === "source") return t("allSources");
    if (key === null) return columns === "interviewee" ? t("allPeople") : t("all");
    if (columns === "interviewee") return t("interviewee", { number: label });
    if (columns === "attribute") return t("group", { attribute, group: label || t("notStated") });
    return columns === "cluster" ? t("cluster", { key: label }) : label;
  };
  const length = ({ words, characters }: Cell): string => {
    const parts = [];
    if (words > 0 || characters === 0) parts.push(t("cell.words", { count: words }));
    if (characters > 0) parts.push(t("cell.characters", { count: characters }));
    return parts.join(" + ");
  };
  /** Who they are, where they are few and may all be cited by number; otherwise nothing. */
  const who = ({ n, numbers }: Cell): string | null => {
    if (unit === "source" || n === 0 || n > SHOWN || numbers.length !== n) return null;
    return t(n === 1 ? "cell.no" : "cell.nos", { numbers: numbers.join(", ") });
  };
  /** What a cell holds, in full: it shows only a part of it. */
  const rest = (cell: Cell, share: string | null): string => {
    const parts = [t("cell.segments", { count: cell.segments }), length(cell), who(cell), share];
    return format.list(
      parts.filter((part) => part !== null),
      { type: "unit", style: "narrow" },
    );
  };
  /** Why a cell is a zero. Other sources were asked nothing. */
  const zero = (cell: Cell): { short: string; long: string } | null => {
    if (!cell.zero) return null;
    const reason = unit === "source" && cell.zero === "asked_not_raised" ? "not_raised" : cell.zero;
    return { short: t(`cell.${reason}`), long: t(`zero.${reason}`) };
  };
  return { unit, column, short, length, who, rest, zero };
}

/** What the first figure of a cell counts. */
export function unitOf(columns: Columns): "person" | "source" {
  return columns === "source" ? "source" : "person";
}

export type CellWords = ReturnType<typeof useCellWords>;

"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Columns } from "@/lib/schemas/compare";
import type { Cell, MatrixColumn } from "./model/matrix";

/** Most numbers that a cell can show beside its figure. */
const SHOWN = 3;

/** How columns and cells are said in words. */
export function useCellWords(columns: Columns) {
  const t = useTranslations("compare");
  const format = useFormatter();

  const column = ({ key, label }: Pick<MatrixColumn, "key" | "label">): string => {
    if (key === null) return columns === "interviewee" ? t("allPeople") : t("all");
    if (columns === "interviewee") return t("interviewee", { number: label });
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
    if (n === 0 || n > SHOWN || numbers.length !== n) return null;
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
  return { column, length, who, rest };
}

export type CellWords = ReturnType<typeof useCellWords>;

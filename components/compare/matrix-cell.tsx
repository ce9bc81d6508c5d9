"use client";

import type { Ref } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import type { FigureName } from "@/lib/schemas/compare";
import type { Cell } from "./model/matrix";
import type { CellWords } from "./use-cell-words";

interface MatrixCellProps {
  cell: Cell;
  figure: FigureName;
  /** From 0 to 1; null where there is no share. */
  share: number | null;
  /** The share in words, where it is not the first figure itself. */
  shareWords: string | null;
  words: CellWords;
  /** Said to those who do not see the table: which cell it is, and what it holds besides what it shows. */
  lead: string;
  rest: string;
  open: boolean;
  /** Whether the Tab key comes to it: one cell of the grid at a time. */
  current: boolean;
  place: string;
  onOpen: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** The deepest shade still leaves 4.5 : 1 to the ink, in light and in dark. */
const DEEPEST = 72;

/** One cell: the figure first, then who, or how many segments. The shade repeats what the words say. */
export function MatrixCell(props: MatrixCellProps) {
  const { cell, share, open, current } = props;
  const zero = props.words.zero(cell);
  const heat = share === null || cell.zero ? 0 : Math.round(Math.min(1, share) * DEEPEST);
  return (
    <button
      type="button"
      data-place={props.place}
      tabIndex={current ? 0 : -1}
      aria-expanded={open}
      onClick={props.onOpen}
      className={cx(
        "tabular relative flex h-11 w-full flex-col items-start justify-center overflow-hidden rounded-md border px-2 text-left text-sm leading-4.5",
        open ? "border-accent outline-2 outline-accent" : "border-line hover:border-accent",
        cell.zero === "not_asked" && "hatched",
        cell.zero === "not_yet_coded" && "border-dashed",
        "focus-visible:-outline-offset-1",
      )}
      style={
        heat > 0
          ? { background: `color-mix(in srgb, var(--color-heat) ${heat}%, var(--color-paper))` }
          : undefined
      }
    >
      <span className="sr-only">{props.lead} </span>
      {zero ? (
        <Zero cell={cell} words={zero.short} />
      ) : (
        <>
          <span className="whitespace-nowrap">
            <First {...props} />
          </span>
          <span className="max-w-full truncate text-xs">{props.shareWords ?? <Second {...props} />}</span>
        </>
      )}
      <span className="sr-only">{zero?.long ?? props.rest}</span>
    </button>
  );
}

function Zero({ cell, words }: { cell: Cell; words: string }) {
  const t = useTranslations("compare");
  return (
    <>
      {cell.zero === "asked_not_raised" && <span className="text-soft">{t("cell.zero")}</span>}
      <span className="max-w-full truncate text-soft text-xs">{words}</span>
    </>
  );
}

function First({ cell, figure, words }: MatrixCellProps) {
  const t = useTranslations("compare");
  if (figure === "segments") return <strong className="font-bold text-base">{cell.segments}</strong>;
  if (figure === "words") return <strong className="font-bold">{words.length(cell)}</strong>;
  return t.rich(words.unit === "source" ? "cell.ofSources" : "cell.of", {
    n: String(cell.n),
    of: String(cell.of),
    b: (chunks) => <strong className="font-bold text-base">{chunks}</strong>,
  });
}

function Second({ cell, figure, words }: MatrixCellProps) {
  const t = useTranslations("compare");
  if (figure !== "interviewees")
    return t.rich(words.unit === "source" ? "cell.ofSources" : "cell.of", {
      n: String(cell.n),
      of: String(cell.of),
      b: (chunks) => chunks,
    });
  return words.who(cell) ?? t("cell.segments", { count: cell.segments });
}

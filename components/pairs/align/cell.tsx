"use client";

import { useTranslations } from "use-intl";
import type { ReaderDocument, Turn } from "@/components/reader/model/document";
import { clock } from "@/components/reader/text/speaker-mark";
import { cx } from "@/components/ui/cx";
import type { PairSide } from "@/lib/domain/transcript";

interface CellProps {
  text: ReaderDocument;
  turns: readonly Turn[];
  row: number;
  side: PairSide;
  /** The language's name, as it is read aloud. */
  language: string;
  current: boolean;
  onChoose: () => void;
}

/** What one side says in a row, or that it says nothing there. */
export function Cell({ text, turns, row, side, language, current, onChoose }: CellProps) {
  const t = useTranslations("pairs");
  const words = turns.map((turn) => text.text.slice(turn.bodyStart, turn.end).trim());
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid around it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys.
    <div
      role="gridcell"
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      data-cell={`${row}-${side}`}
      onClick={onChoose}
      className={cx(
        "min-w-0 rounded-md border p-3 text-left",
        current ? "border-accent bg-accent-tint/50" : "border-line bg-raised",
        turns.length === 0 && "border-dashed bg-transparent",
      )}
    >
      <span className="sr-only">{t("cell", { language, number: row + 1 })} </span>
      {turns.length === 0 && <p className="text-soft text-sm">∅ {t("empty")}</p>}
      {turns.map((turn, index) => (
        <div key={turn.index} className={cx(index > 0 && "mt-2 border-line border-t pt-2")}>
          <p className="flex gap-2 text-soft text-sm">
            <span className="font-semibold">{turn.speaker?.label ?? t("nobody")}</span>
            {turn.atMs !== null && <span className="tabular">{clock(turn.atMs)}</span>}
          </p>
          <p lang={text.language} dir="auto" className="whitespace-pre-wrap font-reading">
            {words[index]}
          </p>
        </div>
      ))}
    </div>
  );
}

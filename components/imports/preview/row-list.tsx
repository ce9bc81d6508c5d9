"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ParsedSpeaker } from "@/lib/domain/transcript";
import type { ChosenPassage } from "@/lib/schemas/imports";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import { PART, type PreviewRow } from "../model/parsing";
import type { PassageEdit } from "../model/passages";
import { FoundQuestion, QuestionBar } from "./question-bar";
import { TextRow } from "./text-row";

interface RowListProps {
  rows: readonly PreviewRow[];
  part: number;
  /** The row to show, where one was asked for. */
  place: { row: number } | null;
  language: string;
  speakers: readonly ParsedSpeaker[];
  passages: readonly ChosenPassage[];
  /** Empty where questions are not matched. */
  guide: TranscriptPlace["guide"];
  /** Null where questions are only shown. */
  onEdit: ((edit: PassageEdit) => void) | null;
}

/** Letters of a serif line of the preview, and the height of one; rows are measured once they are shown. */
const LETTERS = 70;
const LINE = 28;

/** The rows in view, with the question that begins before each. */
export function RowList({ rows, part, place, language, speakers, passages, guide, onEdit }: RowListProps) {
  const t = useTranslations("imports.preview");
  const scroller = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<number | null>(null);
  const byStart = useMemo(() => new Map(passages.map((passage) => [passage.start, passage])), [passages]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.ceil(((rows[index]?.text.length ?? 0) + 1) / LETTERS) * LINE + 8,
    getItemKey: (index) => rows[index]?.index ?? index,
    overscan: 8,
  });
  const first = rows[0]?.index ?? 0;
  useEffect(() => {
    if (place && first === part * PART) virtualizer.scrollToIndex(place.row - first, { align: "center" });
  }, [place, first, part, virtualizer]);

  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard.
      tabIndex={0}
      aria-label={t("text")}
      className="max-h-[min(70vh,48rem)] overflow-y-auto rounded-lg border border-line bg-raised px-3 py-2 sm:px-5"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { turnStart } = row;
          const passage = turnStart === null ? undefined : byStart.get(turnStart);
          const speaker = row.speaker === null ? undefined : speakers[row.speaker];
          const mayAsk =
            onEdit !== null && guide.length > 0 && turnStart !== null && speaker?.role === "interviewer";
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {passage && !onEdit && <FoundQuestion passage={passage} guide={guide} />}
              {onEdit && turnStart !== null && (passage || asking === turnStart) && (
                <QuestionBar
                  passage={passage}
                  guide={guide}
                  onQuestion={(questionId) => {
                    setAsking(null);
                    onEdit({ is: "set", start: turnStart, questionId });
                  }}
                  onAnswered={(answered) => onEdit({ is: "answered", start: turnStart, answered })}
                  onRemove={() => {
                    setAsking(null);
                    if (passage) onEdit({ is: "remove", start: turnStart });
                  }}
                />
              )}
              <TextRow
                row={row}
                speaker={speaker}
                language={language}
                found={place?.row === row.index}
                onAsk={mayAsk && !passage && asking !== turnStart ? () => setAsking(turnStart) : undefined}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

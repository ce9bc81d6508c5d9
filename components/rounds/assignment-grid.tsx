"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useGridKeys } from "@/components/compare/use-grid-keys";
import { TableGap } from "@/components/ui/table";
import type { RoundDetail } from "@/lib/schemas/rounds";
import { AssignmentHead } from "./assignment-head";
import { AssignmentRow } from "./assignment-row";
import { DistributeDialog } from "./distribute-dialog";
import { PendingBar } from "./pending-bar";
import { useAssigning } from "./use-assigning";

/** Of a row of one line, in pixels; each is measured as it is drawn. */
const ROW = 64;

/** Transcripts × coders, in a box of its own: the heads stay while it scrolls both ways, and of many rows only those in view are there. */
export function AssignmentGrid({ studyId, ...detail }: RoundDetail & { studyId: string }) {
  const t = useTranslations("rounds.grid");
  const { round, transcripts, coders } = detail;
  const ticks = detail.mayEdit && !round.ended;
  const assigning = useAssigning(detail.assignments);
  const scroller = useRef<HTMLElement>(null);
  const windowed = useVirtualizer({
    count: transcripts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 1000, height: 700 },
    scrollPaddingStart: 120,
  });
  const keys = useGridKeys({
    rows: transcripts.length + 1,
    columns: coders.length + 1,
    page: 8,
    scroller,
    reveal: (row) => row > 0 && windowed.scrollToIndex(row - 1),
  });
  const { place, setPlace, onKeyDown } = keys;
  const { row, column } = place;
  // While one scrolls, what is drawn already stays as it is.
  const places = useMemo(() => ({ place: { row, column }, setPlace }), [row, column, setPlace]);
  if (transcripts.length === 0) return <p className="text-soft">{t("noTranscripts")}</p>;
  const shown = windowed.getVirtualItems();
  return (
    <section aria-label={t("caption")} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="max-w-3xl text-soft text-sm">
          {ticks && <p>{t("lead")}</p>}
          {round.opened && <p>{t("figures")}</p>}
        </div>
        {ticks && <DistributeDialog detail={detail} assigning={assigning} />}
      </div>
      {ticks && <PendingBar round={round} coders={coders} assigning={assigning} />}
      <section
        ref={scroller}
        aria-label={t("caption")}
        tabIndex={ticks ? undefined : 0}
        className="max-h-[75dvh] overflow-auto rounded-lg border border-line"
      >
        <table
          role={ticks ? "grid" : undefined}
          aria-rowcount={transcripts.length + 1}
          aria-colcount={coders.length + 1}
          className="w-max min-w-full border-separate border-spacing-0 text-left"
          onKeyDown={onKeyDown}
        >
          <AssignmentHead {...detail} ticks={ticks} assigning={assigning} keys={places} />
          <tbody>
            <TableGap height={shown[0]?.start ?? 0} span={coders.length + 1} />
            {shown.map(({ index }) => {
              const transcript = transcripts[index];
              return (
                transcript && (
                  <AssignmentRow
                    key={transcript.id}
                    {...{ studyId, round, transcript, coders, ticks, assigning, index }}
                    keys={places}
                    ref={windowed.measureElement}
                  />
                )
              );
            })}
            <TableGap height={windowed.getTotalSize() - (shown.at(-1)?.end ?? 0)} span={coders.length + 1} />
          </tbody>
        </table>
      </section>
    </section>
  );
}

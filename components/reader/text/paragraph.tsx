"use client";

import { memo, useMemo } from "react";
import { useTranslations } from "use-intl";
import { EchoTags } from "@/components/pairs/beside/echo";
import { UnderTurns } from "@/components/pairs/beside/under";
import { overlaps } from "@/lib/domain/segment";
import { useRowSegments, useSession } from "../context";
import type { Row } from "../model/document";
import { useSelected, useSignal } from "../model/signal";
import { QuestionBar } from "./question-bar";
import { RowTags } from "./row-tags";
import { RunSpan } from "./run";
import { runsOf } from "./runs";
import { SpeakerMark } from "./speaker-mark";
import { SpokenSegments } from "./spoken-segments";
import { TimeMark } from "./time-mark";
import { useHidden } from "./use-hidden";

const NO_HITS: readonly never[] = [];

/** The text of a paragraph without its line break, which is not shown. */
export function shownEnd(row: Row): number {
  return row.text.endsWith("\n") ? row.end - 1 : row.end;
}

interface ParagraphProps {
  row: Row;
  language: string;
  /** Whether codes are named under the paragraph. */
  compact: boolean;
}

/** One paragraph with its speaker and the questions it opens. Renders only when something of its own changes. */
export const Paragraph = memo(function Paragraph({ row, language, compact }: ParagraphProps) {
  const t = useTranslations("reader");
  const session = useSession();
  const segments = useRowSegments(row.index);
  const holds = (id: string | null) => (segments.some((segment) => segment.id === id) ? id : null);
  const chosenId = useSelected(session.chosen, holds);
  const hoveredId = useSelected(session.hovered, holds);
  const hits = useSelected(session.find, (find) => find.byRow.get(row.index) ?? NO_HITS);
  const current = useSelected(session.find, (find) => hits.find((hit) => hit === find.hits[find.at]) ?? null);
  const draft = useSelected(session.draft, (range) => (range && overlaps(range, row) ? range : null));
  const hidden = useHidden(row);
  const originals = useSignal(session.originals);
  const codes = useSignal(session.codebook).byId;
  const heard = useSelected(session.heard, (range) => (range && overlaps(range, row) ? range : null));
  const apart = useMemo(
    () => segments.filter(({ id }) => id === chosenId || id === hoveredId),
    [segments, chosenId, hoveredId],
  );
  const labelEnd = row.opensTurn && row.turn ? Math.min(row.turn.bodyStart, row.end) : row.start;
  const runs = useMemo(
    () =>
      runsOf(
        { start: row.start, end: shownEnd(row) },
        { segments, labelEnd, hits, current, draft, heard, hidden, apart },
      ),
    [row, segments, labelEnd, hits, current, draft, heard, hidden, apart],
  );
  return (
    <>
      {row.questions.map((passage) => (
        <QuestionBar key={passage.index} passage={passage} language={language} />
      ))}
      <div
        className="reader-row"
        data-opens={row.opensTurn ? "" : undefined}
        data-role={row.turn?.speaker?.role}
        data-heard={heard ? "" : undefined}
      >
        <div className="reader-gutter" data-line={row.index + 1}>
          {row.opensTurn && row.turn && (
            <SpeakerMark
              turn={row.turn}
              time={row.turn.atMs === null ? undefined : <TimeMark atMs={row.turn.atMs} />}
            />
          )}
        </div>
        <p className="reader-text" lang={language} dir="auto" data-text-start={row.start}>
          {runs.map((run) => (
            <RunSpan
              key={run.start}
              run={run}
              text={row.text.slice(run.start - row.start, run.end - row.start)}
              codes={codes}
              chosenId={chosenId}
              hoveredId={hoveredId}
              told={run.hidden ? t("pseudonym") : undefined}
              original={(run.hidden && originals?.get(run.hidden.start)) ?? null}
              drafted={draft !== null && overlaps(draft, run)}
              heard={heard !== null && overlaps(heard, run)}
            />
          ))}
        </p>
        {compact ? <RowTags row={row} /> : <SpokenSegments row={row} />}
        {row.opensTurn && row.turn && <EchoTags turn={row.turn} />}
        <UnderTurns row={row.index} />
      </div>
    </>
  );
});

"use client";

import { useTranslations } from "use-intl";
import { useSession } from "@/components/reader/context";
import type { ReaderDocument, Row } from "@/components/reader/model/document";
import { QuestionBar } from "@/components/reader/text/question-bar";
import { SpeakerMark } from "@/components/reader/text/speaker-mark";
import { codesOn, HollowTags } from "./echo";
import type { OtherSegment } from "./use-other";

interface BesideRowProps {
  row: Row;
  text: ReaderDocument;
  segments: readonly OtherSegment[];
  /** What is coded on the other side, by the number of aligned turns. */
  echoes: ReadonlyMap<number, readonly string[]>;
  echoLanguage: string;
}

/** A paragraph of the other language: its own codes under it, and hollow those of the transcript beside it. */
export function BesideRow({ row, text, segments, echoes, echoLanguage }: BesideRowProps) {
  const t = useTranslations("pairs");
  const { codes } = useSession();
  const from = row.opensTurn && row.turn ? Math.min(row.turn.bodyStart, row.end) : row.start;
  const own = new Set(
    segments.filter(({ start }) => start >= row.start && start < row.end).flatMap(({ codeIds }) => codeIds),
  );
  return (
    <>
      {row.questions.map((passage) => (
        <QuestionBar key={passage.index} passage={passage} language={text.language} />
      ))}
      <div
        className="reader-row"
        data-opens={row.opensTurn ? "" : undefined}
        data-role={row.turn?.speaker?.role}
      >
        <div className="reader-gutter">{row.opensTurn && row.turn && <SpeakerMark turn={row.turn} />}</div>
        <p className="reader-text" lang={text.language} dir="auto" data-text-start={row.start}>
          {row.text.slice(from - row.start).replace(/\n$/u, "")}
        </p>
        {own.size > 0 && (
          <ul className="reader-tags reader-echo" aria-label={t("codesHere")}>
            {[...own].map((id) => (
              <li key={id} data-hue={codes.get(id)?.hue ?? 0} className="text-hue text-sm">
                {codes.get(id)?.name ?? t("unknownCode")}
              </li>
            ))}
          </ul>
        )}
        {row.opensTurn && row.turn && (
          <HollowTags codeIds={codesOn(echoes, row.turn)} language={echoLanguage} />
        )}
      </div>
    </>
  );
}

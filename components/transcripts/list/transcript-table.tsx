"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { cx } from "@/components/ui/cx";
import { ariaSort, SortButton } from "@/components/ui/sort-button";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { ListedOriginal } from "@/lib/schemas/imports";
import type { ListedTranscript } from "@/lib/schemas/transcripts";
import { COLUMNS, type Column, type Sorting, sorted, turn } from "./sort";
import { TranscriptRow } from "./transcript-row";

const NUMBERS: readonly Column[] = [
  "interviewee",
  "minutes",
  "length",
  "speakers",
  "codings",
  "coders",
  "answered",
];

interface TranscriptTableProps {
  studyId: string;
  transcripts: readonly ListedTranscript[];
  /** Questions that the guide has. */
  questions: number;
  originals: Readonly<Record<string, readonly ListedOriginal[]>>;
}

export function TranscriptTable({ studyId, transcripts, questions, originals }: TranscriptTableProps) {
  const t = useTranslations("transcripts");
  const [sorting, setSorting] = useState<Sorting>({ by: "interviewee", direction: "asc" });
  const shown = sorted(transcripts, sorting, useLocale());
  const columns = questions > 0 ? COLUMNS : COLUMNS.filter((column) => column !== "answered");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          {columns.map((column) => {
            const direction = sorting.by === column && sorting.direction;
            return (
              <Th
                key={column}
                aria-sort={ariaSort(direction)}
                className={cx("whitespace-nowrap", NUMBERS.includes(column) && "text-right")}
              >
                <SortButton direction={direction} onSort={() => setSorting(turn(sorting, column))}>
                  {t(`columns.${column}`)}
                </SortButton>
              </Th>
            );
          })}
        </tr>
      </TableHead>
      <TableBody>
        {shown.map((transcript) => (
          <TranscriptRow
            key={transcript.id}
            transcript={transcript}
            href={studyRoute(studyId, "transcripts", `/${transcript.id}`)}
            questions={questions}
            originals={originals[transcript.id] ?? []}
          />
        ))}
      </TableBody>
    </Table>
  );
}

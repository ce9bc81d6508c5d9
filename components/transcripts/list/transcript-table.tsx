"use client";

import { useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { ariaSort, SortButton } from "@/components/ui/sort-button";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import { byName } from "@/lib/domain/round";
import type { ListedOriginal } from "@/lib/schemas/imports";
import type { AssignedCoder } from "@/lib/schemas/rounds";
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

/** Who codes what in rounds that run, as far as the person may know. */
export interface Assignments {
  personId: string;
  assigned: readonly AssignedCoder[];
}

interface TranscriptTableProps extends Assignments {
  studyId: string;
  transcripts: readonly ListedTranscript[];
  /** Questions that the guide has. */
  questions: number;
  originals: Readonly<Record<string, readonly ListedOriginal[]>>;
}

export function TranscriptTable({
  studyId,
  transcripts,
  questions,
  originals,
  ...rest
}: TranscriptTableProps) {
  const t = useTranslations("transcripts");
  const rounds = useTranslations("rounds.listed");
  const { personId, assigned } = rest;
  const [mine, setMine] = useState(false);
  const own = new Set(
    assigned.filter(({ coderId }) => coderId === personId).map(({ transcriptId }) => transcriptId),
  );
  const narrowed = mine && own.size > 0;
  const [sorting, setSorting] = useState<Sorting>({ by: "interviewee", direction: "asc" });
  const locale = useLocale();
  const codersOf = useMemo(() => {
    const found = new Map<string, AssignedCoder[]>(transcripts.map(({ id }) => [id, []]));
    for (const each of byName(assigned, locale)) found.get(each.transcriptId)?.push(each);
    return found;
  }, [transcripts, assigned, locale]);
  const shown = sorted(transcripts, sorting, locale).filter(({ id }) => !narrowed || own.has(id));
  const columns = questions > 0 ? COLUMNS : COLUMNS.filter((column) => column !== "answered");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {own.size > 0 && (
        <Checkbox label={rounds("mine")} checked={mine} onCheckedChange={(on) => setMine(on === true)} />
      )}
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
            {assigned.length > 0 && <Th className="whitespace-nowrap">{rounds("column")}</Th>}
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
              assigned={assigned.length > 0 ? (codersOf.get(transcript.id) ?? []) : null}
              personId={personId}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

"use client";

import { ChevronRight, History, RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { HistoryRow } from "@/lib/schemas/history";
import { Details } from "./details";
import { EventParts } from "./event-parts";
import { placeOf } from "./place";
import { useSentence } from "./use-sentence";

interface EventRowProps {
  studyId: string;
  row: HistoryRow;
  /** Whether the actor's name is shown; it is read out in any case. */
  first: boolean;
  onTakeBack: (row: HistoryRow) => void;
  /** Null for those who may not restore. */
  onRestore: ((row: HistoryRow) => void) | null;
  onErase: (erasable: NonNullable<HistoryRow["erasable"]>) => void;
}

/** One event: when, who, what, and what can be done about it. */
export function EventRow({ studyId, row, first, onTakeBack, onRestore, onErase }: EventRowProps) {
  const t = useTranslations("history");
  const erasure = useTranslations("erasure");
  const { erasable } = row;
  const format = useFormatter();
  const sentence = useSentence();
  const [open, setOpen] = useState(false);
  const [parted, setParted] = useState(false);
  const place = placeOf(studyId, row);
  const onCodings = row.kind.startsWith("coding.");
  return (
    <article className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 py-1.5">
      <time dateTime={row.at} className="tabular pt-px text-faint text-sm">
        {format.dateTime(new Date(row.at), { hour: "2-digit", minute: "2-digit" })}
      </time>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <strong className={first ? "font-semibold" : "sr-only"}>{t("who", { name: row.actor })}</strong>{" "}
          <span className={row.undone ? "text-faint line-through decoration-from-font" : undefined}>
            {sentence(row)}
          </span>{" "}
          {row.transcript && (
            <span className="text-soft">{t("inTranscript", { title: row.transcript.title })}</span>
          )}{" "}
          {row.left > 0 && <span className="text-soft">{t("staying.stayed", { left: row.left })}</span>}{" "}
          {row.undone && <Badge>{t(row.partly ? "partlyTakenBack" : "takenBack")}</Badge>}{" "}
          {row.forgotten && <span className="text-faint text-sm">{t(`forgotten.${row.forgotten}`)}</span>}
        </p>
        <div className="-ml-2 flex flex-wrap items-center gap-x-1">
          {row.differences.length > 0 && (
            <Button size="sm" variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t("details")}
            </Button>
          )}
          {row.parts > 0 && (
            <Button size="sm" variant="quiet" aria-expanded={parted} onClick={() => setParted(!parted)}>
              <ChevronRight aria-hidden className={parted ? "rotate-90" : undefined} />
              {t("parts", { count: row.parts })}
            </Button>
          )}
          {place && (
            <Button asChild size="sm" variant="quiet">
              <Link prefetch={false} href={place}>
                {t("place")}
              </Link>
            </Button>
          )}
          {row.mayUndo && (
            <Button size="sm" variant="quiet" onClick={() => onTakeBack(row)}>
              <RotateCcw aria-hidden /> {t(row.undoes ? "doAgain" : "takeBack")}
            </Button>
          )}
          {erasable && (
            <Button size="sm" variant="quiet" onClick={() => onErase(erasable)}>
              <Trash2 aria-hidden /> {erasure("person.open")}
            </Button>
          )}
          {onRestore && onCodings && (
            <Button size="sm" variant="quiet" onClick={() => onRestore(row)}>
              <History aria-hidden /> {t("restoreHere")}
            </Button>
          )}
        </div>
        {open && <Details row={row} />}
        {parted && <EventParts studyId={studyId} row={row} />}
      </div>
    </article>
  );
}

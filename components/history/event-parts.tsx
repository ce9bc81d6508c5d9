"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { HistoryRow } from "@/lib/schemas/history";
import { Failed } from "./failed";
import { placeOf } from "./place";
import { useHistory } from "./use-history";
import { useSentence } from "./use-sentence";

interface EventPartsProps {
  studyId: string;
  row: HistoryRow;
}

/** What an event did in each transcript. */
export function EventParts({ studyId, row }: EventPartsProps) {
  const t = useTranslations("history");
  const sentence = useSentence();
  const { rows, next, failed, more, again } = useHistory(
    `/api/studies/${studyId}/history?within=${row.id}`,
    null,
  );
  return (
    <div className="my-1.5 grid max-w-3xl gap-1 border-line border-l-2 pl-3">
      <ul className="grid gap-1" aria-label={t("parts", { count: row.parts })}>
        {rows.map((part) => {
          const place = placeOf(studyId, part);
          return (
            <li key={part.id} className="wrap-anywhere">
              {part.transcript && place ? (
                <Link prefetch={false} href={place} className="font-medium text-accent hover:underline">
                  {part.transcript.title}
                </Link>
              ) : (
                part.transcript?.title
              )}{" "}
              <span className="text-soft">
                {sentence(part)} {part.left > 0 && t("staying.stayed", { left: part.left })}
              </span>
            </li>
          );
        })}
      </ul>
      {failed ? (
        <Failed again={again} />
      ) : next === undefined ? (
        <p role="status" className="text-soft text-sm">
          {t("loading")}
        </p>
      ) : next !== null ? (
        <Button size="sm" variant="quiet" className="justify-self-start" onClick={more}>
          {t("moreParts", { count: row.parts - rows.length })}
        </Button>
      ) : null}
    </div>
  );
}

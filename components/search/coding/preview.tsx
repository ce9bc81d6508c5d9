"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { overlaps } from "@/lib/domain/segment";
import type { Place } from "../model/results";
import type { Passage } from "./passages";

/** More are not read before one decides. */
const SHOWN = 40;

/** The first of the passages that will be coded, in full; those that interviewers say are marked. */
export function Preview({ passages, places }: { passages: readonly Passage[]; places: readonly Place[] }) {
  const t = useTranslations("search.coding");
  const hit = useTranslations("search.hit");
  const shown = passages.slice(0, SHOWN);
  const asked = places.filter(({ role }) => role === "interviewer");
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("preview")} className="grid gap-1.5">
      <h3 className="caption">{t("preview")}</h3>
      <ul className="grid gap-1.5">
        {shown.map((passage) => (
          <li
            key={`${passage.transcriptId} ${passage.start}`}
            className="rounded-md border border-line px-3 py-1.5"
          >
            {asked.some(
              (place) => place.transcript.id === passage.transcriptId && overlaps(place, passage),
            ) && <Badge>{hit("interviewer")}</Badge>}
            <p
              lang={passage.language}
              dir="auto"
              className="reading line-clamp-3 whitespace-pre-line text-base"
            >
              {passage.quote}
            </p>
          </li>
        ))}
      </ul>
      {passages.length > SHOWN && (
        <p className="text-faint text-sm">{t("first", { shown: SHOWN, count: passages.length })}</p>
      )}
    </section>
  );
}

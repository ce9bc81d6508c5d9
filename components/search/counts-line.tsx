"use client";

import { useTranslations } from "use-intl";
import type { SearchChoices, SearchCounts } from "@/lib/schemas/search";

interface CountsLineProps {
  counts: SearchCounts | null;
  failed: boolean;
  sectors: SearchChoices["sectors"];
}

/** How many interviewees said it, out of how many; then how often, and who. */
export function CountsLine({ counts, failed, sectors }: CountsLineProps) {
  const t = useTranslations("search.counts");
  if (!counts)
    return (
      <p role="status" className="text-soft">
        {t(failed ? "failed" : "counting")}
      </p>
    );
  const { interviewees, searched, hits, transcripts, interviewers, others, complete } = counts;
  const people = searched.filter(({ id }) => interviewees[id]);
  const parts = [
    complete ? t("hits", { count: hits, transcripts }) : t("least", { count: hits }),
    interviewers > 0 && t("interviewers", { count: interviewers }),
    others > 0 && t("others", { count: others }),
  ].filter(Boolean);
  return (
    <div className="grid gap-1">
      <p role="status" className="flex flex-wrap items-baseline gap-x-3">
        {searched.length > 0 && (
          <strong className="tabular font-semibold text-lg">
            {!complete && "≥ "}
            {t("people", { count: people.length, of: searched.length })}
          </strong>
        )}
        <span className="tabular text-soft">{parts.join(" · ")}</span>
      </p>
      {people.length > 0 && (
        <details className="text-soft text-sm">
          <summary className="w-fit cursor-pointer rounded-sm font-medium text-accent">{t("who")}</summary>
          <ul className="tabular mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
            {sectors.map(({ id, name }) => {
              const of = searched.filter(({ sectorId }) => sectorId === id);
              const count = of.filter((person) => interviewees[person.id]).length;
              return of.length > 0 && <li key={id}>{t("sector", { name, count, of: of.length })}</li>;
            })}
          </ul>
          <ul className="tabular mt-1 flex max-h-40 flex-wrap gap-x-4 gap-y-0.5 overflow-y-auto">
            {people.map(({ id, number }) => (
              <li key={id}>{t("person", { number: String(number), count: interviewees[id] ?? 0 })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

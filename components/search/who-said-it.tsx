"use client";

import { useTranslations } from "use-intl";
import type { SearchChoices, SearchCounts } from "@/lib/schemas/search";

interface WhoSaidItProps {
  /** Those in whose words something was found, by number. */
  people: SearchCounts["searched"];
  counts: SearchCounts;
  sectors: SearchChoices["sectors"];
}

/** By sector and by interviewee, for those who want to know. */
export function WhoSaidIt({ people, counts: { interviewees, searched }, sectors }: WhoSaidItProps) {
  const t = useTranslations("search.counts");
  return (
    <details className="text-soft text-sm">
      <summary className="min-h-6 w-fit cursor-pointer content-center rounded-sm font-medium text-accent">
        {t("who")}
      </summary>
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
  );
}

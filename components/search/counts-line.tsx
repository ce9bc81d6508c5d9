"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { SearchChoices } from "@/lib/schemas/search";
import type { useCounts } from "./use-counts";
import { WhoSaidIt } from "./who-said-it";

interface CountsLineProps {
  counting: ReturnType<typeof useCounts>;
  sectors: SearchChoices["sectors"];
}

/** How many interviewees said it, out of how many; then how often, and who. While it is counted, how far that is. */
export function CountsLine({ counting, sectors }: CountsLineProps) {
  const t = useTranslations("search.counts");
  const { counts, failed, halted, stop, goOn } = counting;
  if (!counts)
    return (
      <p role="status" className="text-soft">
        {t(failed ? "failed" : "counting")}
      </p>
    );
  const { interviewees, searched, hits, transcripts, interviewers, others, next, looked } = counts;
  const complete = next === null;
  const people = searched.filter(({ id }) => interviewees[id]);
  const parts = [
    t(complete ? "hits" : "least", { count: hits, transcripts }),
    interviewers > 0 && t("interviewers", { count: interviewers }),
    others > 0 && t("others", { count: others }),
  ].filter(Boolean);
  return (
    <div className="grid gap-1">
      {/* Figures that grow are no news: they are said once they are settled. */}
      <p role="status" aria-busy={!complete} className="flex flex-wrap items-baseline gap-x-3">
        {searched.length > 0 && (
          <strong className="tabular font-semibold text-lg">
            {t(complete ? "people" : "leastPeople", { count: people.length, of: searched.length })}
          </strong>
        )}
        <span className="tabular text-soft">{parts.join(" · ")}</span>
      </p>
      {!complete && (
        <p className="tabular flex min-h-8 flex-wrap items-center gap-x-2 text-soft text-sm">
          {t(failed ? "broken" : halted ? "halted" : "looked", looked)}
          <Button size="sm" variant="quiet" onClick={halted || failed ? goOn : stop}>
            {t(halted || failed ? "goOn" : "stop")}
          </Button>
        </p>
      )}
      {people.length > 0 && <WhoSaidIt people={people} counts={counts} sectors={sectors} />}
    </div>
  );
}

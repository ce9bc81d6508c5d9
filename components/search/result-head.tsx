"use client";

import { BookmarkPlus, Download, Tag } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { SavedSearch, SearchChoices, SearchView } from "@/lib/schemas/search";
import { saveSearch } from "@/lib/server/search/actions";
import { CountsLine } from "./counts-line";
import { filterOf, searchAddress } from "./model/address";
import { type Choice, NOTHING, stateOf } from "./model/choice";
import { NameDialog } from "./saved/name-dialog";
import { useCounts } from "./use-counts";
import type { useResults } from "./use-results";

interface ResultHeadProps {
  studyId: string;
  view: SearchView;
  results: ReturnType<typeof useResults>;
  sectors: SearchChoices["sectors"];
  choice: Choice;
  /** How many places have been fetched while all are being chosen. */
  fetching: number | null;
  mayCode: boolean;
  maySave: boolean;
  mayExport: boolean;
  me: string;
  onAll: () => void;
  onChoice: (next: Choice) => void;
  onCode: () => void;
  onSaved: (search: SavedSearch) => void;
}

/** How much was found, and what can be done with it. */
export function ResultHead(props: ResultHeadProps) {
  const t = useTranslations("search");
  const { studyId, view, results, sectors, choice, fetching, mayCode, maySave, mayExport } = props;
  const { query, places, next, preparing } = results;
  const counting = useCounts(studyId, query, results.counts, next !== undefined && places.length > 0);
  const { counts } = counting;
  if (next === undefined) return null;
  const total = counts?.next === null ? counts.hits : null;
  const save = async (eventId: string, name: string) => {
    const answer = await saveSearch({
      eventId,
      studyId,
      id: eventId,
      name,
      query: view.q,
      filter: filterOf(view),
    });
    if (answer.ok)
      props.onSaved({
        id: eventId,
        name: name.trim(),
        query: view.q,
        filter: filterOf(view),
        createdBy: props.me,
      });
    return answer;
  };
  return (
    <div className="grid gap-3 px-4 pb-3">
      {preparing > 0 && <Callout kind="info">{t("preparing", { count: preparing })}</Callout>}
      {places.length > 0 && <CountsLine counting={counting} sectors={sectors} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {mayCode && places.length > 0 && (
          <>
            <Checkbox
              label={total === null ? t("choice.all") : t("choice.allRest", { count: total })}
              checked={next === null ? stateOf(choice, places) : choice.size > 0 && "indeterminate"}
              onCheckedChange={(on) => (on === true ? props.onAll() : props.onChoice(NOTHING))}
            />
            <span role="status" className="tabular text-soft">
              {fetching === null
                ? t("choice.chosen", { count: choice.size })
                : t("choice.fetching", { count: fetching })}
            </span>
            <Button variant="primary" size="sm" disabled={choice.size === 0} onClick={props.onCode}>
              <Tag aria-hidden />
              {t("coding.open")}
            </Button>
          </>
        )}
        {maySave && (
          <NameDialog
            trigger={
              <Button size="sm">
                <BookmarkPlus aria-hidden />
                {t("saved.save")}
              </Button>
            }
            title={t("saved.saveTitle")}
            description={t("saved.saveBody")}
            name={view.q}
            action={save}
            onDone={() => undefined}
          />
        )}
        {mayExport && places.length > 0 && (
          <Button asChild size="sm">
            <a href={searchAddress(studyId, query, ".csv")}>
              <Download aria-hidden />
              {t("download.open")}
            </a>
          </Button>
        )}
      </div>
      {mayExport && places.length > 0 && (view.interviewees || view.transcripts) && (
        <p className="text-faint text-sm">{t("download.single")}</p>
      )}
      {mayCode && places.length > 0 && (
        <p className="text-faint text-sm max-pane:hidden">{t("choice.keys")}</p>
      )}
    </div>
  );
}

"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { WorkUnderWay } from "@/components/long-work/work-under-way";
import { useCommands } from "@/components/shell/commands";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SplitPane } from "@/components/ui/split-pane";
import { toast } from "@/components/ui/toast";
import { type SavedSearch, type SearchChoices, SearchView } from "@/lib/schemas/search";
import { CodeDialog } from "./coding/code-dialog";
import { searchQuery } from "./model/address";
import { type Choice, choose, NOTHING } from "./model/choice";
import type { Place } from "./model/results";
import { QueryBox } from "./query-box";
import { ResultHead } from "./result-head";
import { ResultList } from "./result-list";
import { SavedList } from "./saved/saved-list";
import { useSavedSearches } from "./saved/use-saved-searches";
import { SearchFilters } from "./search-filters";
import { MOST_PLACES, useResults } from "./use-results";

/** Behind all others under its parent. */
const LAST = Number.MAX_SAFE_INTEGER;

interface SearchScreenProps {
  studyId: string;
  choices: SearchChoices;
  saved: readonly SavedSearch[];
  mayCode: boolean;
  mayMakeCodes: boolean;
  maySave: boolean;
  mayExport: boolean;
  me: string;
  userId: string;
}

/** The words of all transcripts: what is found, by whom it is said, and coding it. The search lives in the address. */
export function SearchScreen({ studyId, mayCode, maySave, mayExport, me, ...props }: SearchScreenProps) {
  const t = useTranslations("search");
  const pathname = usePathname();
  const view = SearchView.parse(Object.fromEntries(useSearchParams()));
  const query = searchQuery(view).toString();
  const results = useResults(studyId, query);
  const { saved, put, remove } = useSavedSearches(studyId, props.saved);
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ query: string; choice: Choice }>({ query, choice: NOTHING });
  const choice = chosen.query === query ? chosen.choice : NOTHING;
  const setChoice = (next: Choice) => setChosen({ query, choice: next });
  const [codes, setCodes] = useState(props.choices.codes);
  const choices = useMemo(() => ({ ...props.choices, codes }), [props.choices, codes]);
  const [fetching, setFetching] = useState(false);
  const [coding, setCoding] = useState<readonly Place[] | null>(null);

  const go = (next: Partial<SearchView>) => {
    const address = searchQuery(next).toString();
    window.history.pushState(null, "", address ? `${pathname}?${address}` : pathname);
  };
  const commands = useMemo(
    () => [
      {
        id: "search-words",
        group: t("title"),
        label: t("focus"),
        keys: "/",
        run: () => field.current?.select(),
      },
    ],
    [t],
  );
  useCommands(commands);

  const chooseAll = async () => {
    setFetching(true);
    const places = await results.rest();
    setFetching(false);
    if (!places) return;
    setChoice(choose(NOTHING, places, true));
    if (places.length >= MOST_PLACES)
      toast({ kind: "info", message: t("choice.tooMany", { count: places.length }) });
  };

  const head = (
    <>
      <div className="grid gap-3 px-4 pt-5 pb-4">
        <header className="min-w-0 max-w-2xl">
          <p aria-hidden className="font-semibold text-xl">
            {t("title")}
          </p>
          <p className="mt-1 text-soft">{t("lead")}</p>
        </header>
        <QueryBox q={view.q} field={field} onSearch={(q) => go({ ...view, q })} />
      </div>
      {view.q !== "" && (
        <ResultHead
          studyId={studyId}
          view={view}
          results={results}
          sectors={choices.sectors}
          choice={choice}
          fetching={fetching ? results.places.length : null}
          mayCode={mayCode}
          maySave={maySave}
          mayExport={mayExport}
          me={me}
          onAll={() => void chooseAll()}
          onChoice={setChoice}
          onCode={() => setCoding(results.places.filter(({ key }) => choice.has(key)))}
          onSaved={(search) => {
            put(search);
            toast({ kind: "success", message: t("saved.done", { name: search.name }) });
          }}
        />
      )}
    </>
  );
  return (
    <>
      {/* Stands before the headings of the filters, which come before it where one sees. */}
      <h1 className="sr-only">{t("title")}</h1>
      <SplitPane
        left={{
          label: t("filters"),
          content: (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-6 p-4">
              <SavedList
                saved={saved}
                current={query}
                addressOf={(search) => searchQuery({ ...search.filter, q: search.query }).toString()}
                maySave={maySave}
                onOpen={(search) => go({ ...search.filter, q: search.query })}
                onRenamed={put}
                onDelete={(search) => void remove(search)}
              />
              <section className="grid gap-3">
                <h2 className="caption">{t("filters")}</h2>
                <SearchFilters filter={view} choices={choices} change={(part) => go({ ...view, ...part })} />
              </section>
            </div>
          ),
        }}
        main={{
          label: t("title"),
          content: (
            <div className="mx-auto h-full max-w-5xl">
              <ResultList
                studyId={studyId}
                q={view.q}
                results={results}
                choice={choice}
                onChoice={setChoice}
                head={
                  <>
                    <WorkUnderWay studyId={studyId} />
                    {head}
                  </>
                }
                empty={
                  choices.transcripts.length === 0 ? (
                    // Whoever may search may add them.
                    <EmptyState
                      title={t("nothing.title")}
                      action={
                        <Button asChild variant="primary">
                          <Link href={studyRoute(studyId, "transcripts", "/new")}>{t("nothing.add")}</Link>
                        </Button>
                      }
                    >
                      {t("nothing.body")}
                    </EmptyState>
                  ) : view.q === "" ? (
                    <EmptyState title={t("start.title")}>{t("start.body")}</EmptyState>
                  ) : (
                    <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
                  )
                }
              />
            </div>
          ),
        }}
      />
      {coding && (
        <CodeDialog
          places={coding}
          studyId={studyId}
          userId={props.userId}
          codes={codes}
          mayMakeCodes={props.mayMakeCodes}
          onMade={(code) => setCodes((now) => [...now, { ...code, position: LAST, retired: false }])}
          onClose={() => setCoding(null)}
          onCoded={() => {
            setCoding(null);
            setChoice(NOTHING);
          }}
        />
      )}
    </>
  );
}

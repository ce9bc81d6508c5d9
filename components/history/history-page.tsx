"use client";

import { History } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErasePerson } from "@/components/erasure/erase-person";
import { WorkUnderWay } from "@/components/long-work/work-under-way";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SplitPane } from "@/components/ui/split-pane";
import { toast } from "@/components/ui/toast";
import { useToastError } from "@/components/ui/use-toast-error";
import { type HistoryPage as FirstPage, type HistoryRow, HistoryView } from "@/lib/schemas/history";
import { type HistoryChoices, HistoryFilters } from "./history-filters";
import { HistoryList } from "./history-list";
import { historyQuery } from "./query";
import { RestoreDialog } from "./restore-dialog";
import { takeBack as takeBackEvent } from "./take-back";
import { useHistory } from "./use-history";
import { useTold } from "./use-told";

interface HistoryPageProps extends HistoryChoices {
  studyId: string;
  first: { query: string; page: FirstPage };
  mayRestore: boolean;
}

/** Who did what in a study, within a filter, which lives in the address; and how to take it back. */
export function HistoryPage({ studyId, first, mayRestore, ...choices }: HistoryPageProps) {
  const t = useTranslations("history");
  const say = useToastError();
  const told = useTold();
  const pathname = usePathname();
  const filter = HistoryView.parse(Object.fromEntries(useSearchParams()));
  const query = historyQuery(filter).toString();
  const history = useHistory(
    `/api/studies/${studyId}/history${query ? `?${query}` : ""}`,
    query === first.query ? first.page : null,
  );
  /** Which moment is about to be restored; null of one that is to be chosen, undefined while none is. */
  const [restoring, setRestoring] = useState<number | null | undefined>(undefined);
  const [erasing, setErasing] = useState<HistoryRow["erasable"]>(null);
  const change = (part: Partial<HistoryView>) => {
    const next = historyQuery({ ...filter, ...part }).toString();
    window.history.pushState(null, "", next ? `${pathname}?${next}` : pathname);
  };
  const takeBack = async (undoes: string, redoes: boolean) => {
    const eventId = crypto.randomUUID();
    const result = await takeBackEvent(eventId, undoes);
    if (!result) return;
    if (!result.ok) return say(result.error);
    history.again();
    toast({
      kind: "success",
      message: told(t(redoes ? "doneAgain" : "doneTakingBack"), result.value),
      action: { label: t(redoes ? "undo" : "redo"), run: () => void takeBack(eventId, !redoes) },
    });
  };
  const head = (
    <>
      <header className="flex flex-wrap items-start justify-between gap-3 px-4 pt-5 pb-2">
        <div className="min-w-0 max-w-2xl">
          <h1 className="font-semibold text-xl">{t("title")}</h1>
          <p className="mt-1 text-soft">{t("lead")}</p>
        </div>
        {mayRestore && (
          <Button onClick={() => setRestoring(null)}>
            <History aria-hidden /> {t("restore.open")}
          </Button>
        )}
      </header>
      <WorkUnderWay studyId={studyId} onWritten={history.again} />
    </>
  );
  const empty = query ? (
    <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
  ) : (
    <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
  );
  return (
    <>
      <SplitPane
        left={{
          label: t("filter.title"),
          content: <HistoryFilters filter={filter} {...choices} change={change} />,
        }}
        main={{
          label: t("title"),
          content: (
            <HistoryList
              studyId={studyId}
              history={history}
              head={head}
              empty={empty}
              onTakeBack={(row: HistoryRow) => void takeBack(row.id, row.undoes)}
              onRestore={mayRestore ? ({ seq }) => setRestoring(seq) : null}
              onErase={setErasing}
            />
          ),
        }}
      />
      {erasing && (
        <ErasePerson
          studyId={studyId}
          {...erasing}
          onClose={() => {
            setErasing(null);
            history.again();
          }}
        />
      )}
      {restoring !== undefined && (
        <RestoreDialog
          studyId={studyId}
          seq={restoring}
          onClose={() => setRestoring(undefined)}
          onDone={(eventId) => {
            setRestoring(undefined);
            history.again();
            toast({
              kind: "success",
              message: t("restore.done"),
              action: { label: t("restore.undo"), run: () => void takeBack(eventId, false) },
            });
          }}
        />
      )}
    </>
  );
}

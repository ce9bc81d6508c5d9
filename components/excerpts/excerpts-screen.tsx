"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SplitPane } from "@/components/ui/split-pane";
import type { FilterChoices } from "@/lib/schemas/compare";
import {
  type ExcerptFilter,
  type ExcerptPage,
  ExcerptView,
  type WaitingSegments,
} from "@/lib/schemas/excerpts";
import { ExcerptFilters } from "./excerpt-filters";
import { ExcerptList } from "./excerpt-list";
import { excerptQuery, excerptsAddress } from "./query";
import { Unattributed } from "./unattributed";
import { WaitingNotice } from "./waiting-notice";

interface ExcerptsScreenProps {
  studyId: string;
  first: { query: string; page: ExcerptPage; waiting: WaitingSegments };
  choices: FilterChoices;
  codes: readonly { id: string; path: string; hue: number }[];
  reads: boolean;
}

/** Every segment within a filter, which lives in the address; and the same as a file. */
export function ExcerptsScreen({ studyId, first, choices, codes, reads }: ExcerptsScreenProps) {
  const t = useTranslations("excerpts");
  const pathname = usePathname();
  const filter = ExcerptView.parse(Object.fromEntries(useSearchParams()));
  const query = excerptQuery(filter).toString();
  const change = (part: Partial<ExcerptFilter>) => {
    const next = excerptQuery({ ...filter, ...part }).toString();
    window.history.pushState(null, "", next ? `${pathname}?${next}` : pathname);
  };
  const head = (
    <div className="grid gap-3 px-4 pt-5 pb-4">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 max-w-2xl">
          <h1 className="font-semibold text-xl">{t("title")}</h1>
          <p className="mt-1 text-soft">{t("lead")}</p>
        </div>
        <Button asChild>
          <a href={excerptsAddress(studyId, query, ".csv")}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      </header>
      <Unattributed filter={filter} />
      <WaitingNotice studyId={studyId} query={query} first={first} left="list" />
    </div>
  );
  const empty = query ? (
    <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
  ) : (
    <EmptyState
      title={t("noneYet")}
      action={
        reads && (
          <Button asChild variant="primary">
            <Link href={studyRoute(studyId, "transcripts")}>{t("openTranscripts")}</Link>
          </Button>
        )
      }
    >
      {t("noneYetBody")}
    </EmptyState>
  );
  return (
    <SplitPane
      left={{
        label: t("filters"),
        content: <ExcerptFilters filter={filter} choices={choices} codes={codes} change={change} />,
      }}
      main={{
        label: t("title"),
        content: (
          <div className="mx-auto h-full max-w-4xl">
            <ExcerptList
              studyId={studyId}
              query={query}
              first={first}
              codes
              sectors={choices.sectors}
              head={head}
              empty={empty}
            />
          </div>
        ),
      }}
    />
  );
}

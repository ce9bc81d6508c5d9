"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "@/components/shell/commands";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { SplitPane } from "@/components/ui/split-pane";
import type { Split } from "@/lib/schemas/codebook-views";
import { SegmentList } from "../segment-list";
import { STAY } from "./kept-choices";
import { SplitCard } from "./split-card";
import { StoreSplit } from "./store-split";
import { Targets } from "./targets";
import { useSplit } from "./use-split";

/** The most that is shown at once; the server has the same. */
const MOST = 2000;

/** Segments of a code one by one, each given another code by a figure, and all of it stored at the end. */
export function SplitPage({ split }: { split: Split }) {
  const t = useTranslations("codebook.splitPage");
  const { studyId, code, items } = split;
  const state = useSplit(split);
  const { at, go, targets, item, give } = state;
  const commands: Command[] = useMemo(() => {
    const group = t("title", { name: code.name });
    return [
      ...targets.slice(0, 9).map(({ id, name }, index) => ({
        ...{ id: `split-${id}`, group, label: name, keys: String(index + 1), run: () => give(id) },
      })),
      { id: "split-stay", group, label: t("stays"), keys: "0", run: () => give(STAY) },
      { id: "split-next", group, label: t("next"), keys: "arrowdown", keysOnly: true, run: () => go(at + 1) },
      {
        id: "split-before",
        group,
        label: t("previous"),
        keys: "arrowup",
        keysOnly: true,
        run: () => go(at - 1),
      },
    ];
  }, [t, code.name, targets, at, give, go]);
  useCommands(commands);
  const back = (
    <Button asChild size="sm" variant="quiet">
      <Link href={studyRoute(studyId, "codebook", `?code=${code.id}`)}>{t("back")}</Link>
    </Button>
  );
  if (!item) {
    return (
      <Page title={t("title", { name: code.name })} actions={back}>
        <EmptyState title={t("none")} />
      </Page>
    );
  }
  return (
    <SplitPane
      left={{
        label: t("segments"),
        wide: true,
        content: (
          <>
            <header className="grid justify-items-start gap-1 px-4 pt-4 pb-2">
              {back}
              <p role="status" className="tabular">
                {t("given", { count: state.given.length })}
              </p>
              {items.length >= MOST && <p className="text-faint text-sm">{t("first", { count: MOST })}</p>}
            </header>
            <SegmentList
              label={t("segments")}
              at={at}
              onAt={go}
              segments={items.map((each) => {
                const choice = state.choiceOf(each.codingId);
                return {
                  key: each.codingId,
                  title: each.title,
                  language: each.language,
                  quote: each.quote,
                  mark: choice && (
                    <Badge tone={choice === STAY ? "neutral" : "accent"}>
                      <span className="max-w-32 truncate">{choice === STAY ? t("stays") : choice.name}</span>
                    </Badge>
                  ),
                };
              })}
            />
          </>
        ),
      }}
      main={{
        label: t("title", { name: code.name }),
        content: (
          <div className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6 sm:px-8">
            <header>
              <h1 className="font-semibold text-xl [overflow-wrap:anywhere]">
                {t("title", { name: code.name })}
              </h1>
              <p className="mt-1 text-soft">{t("description")}</p>
              <p className="mt-1 text-soft">{t("othersCode")}</p>
            </header>
            <SplitCard
              studyId={studyId}
              item={item}
              place={{ at: at + 1, of: items.length }}
              choice={state.choiceOf(item.codingId)}
            />
            <Targets split={split} state={state} />
            <StoreSplit split={split} state={state} />
          </div>
        ),
      }}
    />
  );
}

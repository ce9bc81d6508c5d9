"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useChanges } from "@/components/live/use-changes";
import { useRefresh } from "@/components/live/use-refresh";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { byName } from "@/lib/domain/round";
import type { RoundDetail } from "@/lib/schemas/rounds";
import { AssignmentGrid } from "./assignment-grid";
import { Due } from "./due";
import { DoneOf, RoundState } from "./round-badges";
import { RoundSteps } from "./round-steps";

type RoundPageProps = RoundDetail & { studyId: string };

/** One round: what it asks, who codes what in it, how far they are, and its next steps. */
export function RoundPage({ studyId, ...detail }: RoundPageProps) {
  const t = useTranslations("rounds");
  const refresh = useRefresh(studyId);
  const locale = useLocale();
  const { round, mayEdit } = detail;
  const coders = useMemo(() => byName(detail.coders, locale), [detail.coders, locale]);
  // What is coded meanwhile moves the shares; a look every few seconds is enough for that.
  useChanges(["rounds", "text", "members"], refresh);
  useChanges(["codings"], refresh, 10_000);
  return (
    <Page
      title={round.title}
      width="wide"
      actions={mayEdit && <RoundSteps studyId={studyId} round={round} />}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <span className="flex flex-wrap items-center gap-2">
            {t(`kinds.${round.kind}`)} <RoundState round={round} />
          </span>
          <span className="flex items-center gap-2">
            <span className="text-soft">{t("due")}</span>
            <Due dueOn={round.dueOn} done={round.ended || round.done === round.assigned} />
          </span>
          {round.opened && <DoneOf done={round.done} total={round.assigned} />}
        </div>
        {round.hides && <Callout>{t("hides")}</Callout>}
        <section aria-label={t("instructions")} className="max-w-3xl">
          {round.instructions ? (
            <p dir="auto" className="whitespace-pre-wrap">
              {round.instructions}
            </p>
          ) : (
            <p className="text-faint">{t("noInstructions")}</p>
          )}
        </section>
        <AssignmentGrid studyId={studyId} {...detail} coders={coders} />
      </div>
    </Page>
  );
}

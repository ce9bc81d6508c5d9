"use client";

import { useTranslations } from "use-intl";
import type { Comparison } from "@/components/imports/model/comparing";
import { Section } from "@/components/studies/section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import type { ReplacementPlace } from "@/lib/schemas/imports";
import { Differences } from "../difference-view";
import type { CurrentText } from "./use-base";
import { WaitingList } from "./waiting-list";

interface WhatChangesProps {
  comparison: Comparison | null;
  current: CurrentText | null;
  failed: boolean;
  place: Pick<ReplacementPlace, "transcript" | "codes" | "maySeeOriginals">;
  onRetry: () => void;
}

/** What replacing will do, before it is done: to the segments, and to the words. */
export function WhatChanges({ comparison, current, failed, place, onRetry }: WhatChangesProps) {
  const t = useTranslations("imports.replace");
  const words = useTranslations("revisions");
  const { transcript, codes, maySeeOriginals } = place;
  const hides = (current?.text.redactions.length ?? 0) > 0;
  if (failed)
    return (
      <Callout kind="error" live action={<Button onClick={onRetry}>{words("retry")}</Button>}>
        {t("notCompared")}
      </Callout>
    );
  return (
    <Section title={words("review.title")} description={t("against")}>
      {comparison && current ? (
        <>
          <p role="status">
            {words("review.segments", {
              all: current.codings.segments.length,
              placed: comparison.placed,
              queued: comparison.waiting.length,
            })}
          </p>
          {hides && <p className="text-soft">{t(maySeeOriginals ? "hidden" : "hiddenFromYou")}</p>}
          <WaitingList waiting={comparison.waiting} current={current} codes={codes} />
          <Differences
            passages={comparison.passages}
            count={comparison.count}
            language={transcript.language}
          />
        </>
      ) : (
        <p role="status" className="flex items-center gap-2 text-soft">
          <Spinner /> {words("review.reading")}
        </p>
      )}
    </Section>
  );
}

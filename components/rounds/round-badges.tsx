"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { ProgressBar } from "@/components/ui/progress-bar";
import { stateOf } from "@/lib/domain/round";
import type { RoundSummary } from "@/lib/schemas/rounds";

const TONE = { draft: "neutral", running: "accent", ended: "success" } as const;

/** How far a round is, and whether it was revealed. */
export function RoundState({ round }: { round: RoundSummary }) {
  const t = useTranslations("rounds");
  const state = stateOf(round);
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={TONE[state]}>{t(`states.${state}`)}</Badge>
      {round.revealed && <Badge>{t("revealed")}</Badge>}
    </span>
  );
}

/** How many of how many assignments are done. */
export function DoneOf({ done, total }: { done: number; total: number }) {
  const t = useTranslations("rounds");
  if (total === 0) return <span className="text-faint">{t("none")}</span>;
  const words = t("doneOf", { done, total });
  return (
    <span className="grid w-36 gap-1">
      <span className="tabular whitespace-nowrap">{words}</span>
      <ProgressBar label={words} value={done} max={total} />
    </span>
  );
}

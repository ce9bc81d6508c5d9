"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCodingsOncePainted, useSession } from "./context";
import { useSignal } from "./model/signal";

/** How many turns are coded, of those that are no interviewer's: how far one has come with the transcript. */
export function CodedProgress() {
  const t = useTranslations("reading");
  const { store, shown } = useSession();
  const changes = useCodingsOncePainted();
  const { turns } = useSignal(shown);
  const answers = useMemo(() => turns.filter(({ speaker }) => speaker?.role !== "interviewer"), [turns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` stands for the store's content.
  const coded = useMemo(
    () => answers.filter((turn) => store.within(turn).length > 0).length,
    [store, answers, changes],
  );
  return answers.length > 0 && t("coded", { coded, total: answers.length });
}

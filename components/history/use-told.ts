"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Taken } from "./take-back";

/** Says after a sentence what stayed of a step, where any of it did, and that it is more, or less, than was asked about. */
export function useTold(): (sentence: string, taken: Pick<Taken, "left" | "unseen" | "asked">) => string {
  const t = useTranslations("history.staying");
  return useCallback(
    (sentence, { left, unseen, asked }) =>
      [
        sentence,
        left > 0 && t("stayed", { left }),
        left !== asked && t("otherThanAsked", { asked }),
        unseen && t("unseen"),
      ]
        .filter(Boolean)
        .join(" "),
    [t],
  );
}

"use client";

import { useTranslations } from "use-intl";
import type { Place } from "./model/results";

/** Who says what was found: an interviewee by number, others by their label in the transcript. */
export function useSpeaker({ number, role, speaker }: Place): string {
  const t = useTranslations("search.hit");
  if (number !== null) return t("person", { number: String(number) });
  if (role === "interviewer") return speaker ? `${t("interviewer")} ${speaker}` : t("interviewer");
  return speaker ?? t("nobody");
}

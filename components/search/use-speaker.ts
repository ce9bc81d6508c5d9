"use client";

import { useTranslations } from "use-intl";
import type { Place } from "./model/results";

/** Labels that say it themselves. */
const INTERVIEWER = /interviewer|聞き手/i;

/** Who says what was found: an interviewee by number, others by their label in the transcript. */
export function useSpeaker({ number, role, speaker }: Place): string {
  const t = useTranslations("search.hit");
  if (number !== null) return t("person", { number: String(number) });
  const named = speaker && INTERVIEWER.test(speaker);
  if (role === "interviewer" && !named) return [t("interviewer"), speaker].filter(Boolean).join(" ");
  return speaker ?? t("nobody");
}

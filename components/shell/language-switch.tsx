"use client";

import { useRouter } from "next/navigation";
import { useCallback, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/segmented";
import { LOCALES, type Locale } from "@/lib/messages";
import { rememberLocale } from "./preferences";

/** Each language by its own name, so that one who cannot read the other finds it. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", ja: "日本語" };

/** Changes the language of the interface where one is, keeping the page and what is typed in it. */
export function useChooseLanguage(): (locale: Locale) => void {
  const router = useRouter();
  const [, start] = useTransition();
  return useCallback(
    (locale) => {
      rememberLocale(locale);
      start(() => router.refresh());
    },
    [router],
  );
}

export function LanguageSwitch() {
  const t = useTranslations("shell");
  const choose = useChooseLanguage();
  return (
    <Segmented
      label={t("language")}
      value={useLocale()}
      onChoose={choose}
      options={LOCALES.map((locale) => ({ value: locale, label: LANGUAGE_NAMES[locale], lang: locale }))}
    />
  );
}

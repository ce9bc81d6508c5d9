"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { LOCALES } from "@/lib/messages";
import { type Command, useCommands } from "./commands";
import { LANGUAGE_NAMES, useChooseLanguage } from "./language-switch";
import { layers } from "./layers";
import { THEMES } from "./preferences";
import { HOME, NEW_STUDY } from "./routes";
import { useTheme } from "./use-theme";

/** The commands of every page: finding, shortcuts, the list of studies, language and theme. */
export function useShellCommands(): void {
  const t = useTranslations("shell");
  const router = useRouter();
  const locale = useLocale();
  const chooseLanguage = useChooseLanguage();
  const [theme, chooseTheme] = useTheme();
  const commands = useMemo((): Command[] => {
    const go = t("palette.group.go");
    const view = t("palette.group.view");
    const page = t("palette.group.page");
    return [
      {
        id: "palette",
        group: page,
        label: t("palette.open"),
        keys: "mod+k",
        inFields: true,
        keysOnly: true,
        run: () => layers.open("palette"),
      },
      {
        id: "shortcuts",
        group: page,
        label: t("shortcuts.open"),
        keys: "?",
        run: () => layers.open("shortcuts"),
      },
      { id: "studies", group: go, label: t("allStudies"), keys: "g a", run: () => router.push(HOME) },
      { id: "new-study", group: go, label: t("newStudy"), run: () => router.push(NEW_STUDY) },
      ...LOCALES.filter((other) => other !== locale).map((other) => ({
        id: `language-${other}`,
        group: view,
        label: LANGUAGE_NAMES[other],
        keywords: t("language"),
        run: () => chooseLanguage(other),
      })),
      ...THEMES.filter((other) => other !== theme).map((other) => ({
        id: `theme-${other}`,
        group: view,
        label: `${t("theme.label")}: ${t(`theme.${other}`)}`,
        run: () => chooseTheme(other),
      })),
    ];
  }, [t, router, locale, chooseLanguage, theme, chooseTheme]);
  useCommands(commands, "frame");
}

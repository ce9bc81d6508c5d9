"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "use-intl";
import { DropdownMenu, MenuChoice } from "@/components/ui/dropdown-menu";
import { THEMES } from "./preferences";
import { useTheme } from "./use-theme";

const ICON = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeMenu() {
  const t = useTranslations("shell.theme");
  const [theme, choose] = useTheme();
  const Icon = ICON[theme];
  return (
    <DropdownMenu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`${t("label")}: ${t(theme)}`}
          title={t("label")}
          className="inline-flex size-8 items-center justify-center rounded-md text-soft hover:bg-ink/6 hover:text-ink"
        >
          <Icon aria-hidden className="size-4.5" />
        </button>
      }
    >
      <MenuChoice
        label={t("label")}
        value={theme}
        onChoose={choose}
        options={THEMES.map((value) => ({ value, label: t(value) }))}
      />
    </DropdownMenu>
  );
}

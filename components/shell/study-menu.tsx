"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import type { ShellData } from "@/lib/schemas/shell";
import { LanguageSwitch } from "./language-switch";
import { layers, useLayer } from "./layers";
import { THEMES } from "./preferences";
import { StudyNav } from "./study-nav";
import { useTheme } from "./use-theme";

/** Where the bar has no room for them: the rooms of the study and the switches. */
export function StudyMenu({ role, study }: Pick<ShellData, "role" | "study">) {
  const t = useTranslations("shell");
  const [theme, chooseTheme] = useTheme();
  const layer = useLayer("menu");
  return (
    <Sheet
      {...layer}
      title={study.title}
      trigger={
        <button
          type="button"
          aria-label={t("menu")}
          className="-ml-1 inline-flex size-9 shrink-0 items-center justify-center rounded-md text-soft hover:bg-ink/6 bar:hidden"
        >
          <Menu aria-hidden className="size-5" />
        </button>
      }
    >
      <StudyNav role={role} study={study} stacked onNavigate={layers.close} />
      <div className="mt-3 flex flex-wrap items-center gap-3 border-line border-t pt-4">
        <LanguageSwitch />
        <Segmented
          label={t("theme.label")}
          value={theme}
          onChoose={chooseTheme}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </div>
    </Sheet>
  );
}

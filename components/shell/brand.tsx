"use client";

import { useTranslations } from "use-intl";
import { QuietLink } from "./quiet-link";
import { HOME } from "./routes";

export function Brand() {
  const t = useTranslations("shell");
  return (
    <QuietLink
      href={HOME}
      className="inline-flex min-h-8 shrink-0 items-baseline gap-1.5 whitespace-nowrap rounded-sm leading-8"
    >
      <span className="font-bold">Kikitori</span>
      <span lang="ja" className="text-faint text-xs max-sm:hidden">
        聞き取り
      </span>
      <span className="sr-only">{t("home")}</span>
    </QuietLink>
  );
}

"use client";

import { FlaskConical, Info } from "lucide-react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";

/** What everybody must know on every page: that this is the sample mode, and what a study says of its words. */
export function NoticeStrip({ sampleMode, notice = "" }: { sampleMode: boolean; notice?: string }) {
  const t = useTranslations("shell");
  if (!sampleMode && notice === "") return null;
  const Icon = sampleMode ? FlaskConical : Info;
  return (
    <aside
      aria-label={t("noticeLabel")}
      className={cx(
        "flex items-start gap-2 border-line border-b px-4 py-1 text-xs sm:px-5",
        sampleMode ? "bg-warning-tint text-warning" : "bg-panel text-soft",
      )}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <p>
        {sampleMode && t(notice === "" ? "sample" : "sampleShort")} {notice}
      </p>
    </aside>
  );
}

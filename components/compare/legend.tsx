"use client";

import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import type { CompareView } from "@/lib/schemas/compare";
import { unitOf } from "./use-cell-words";

const SWATCH = "keep-colour inline-block h-3.5 w-6 shrink-0 rounded-sm border border-line";
const shade = (share: number) => ({
  background: `color-mix(in srgb, var(--color-heat) ${share}%, var(--color-paper))`,
});

/** What shades and patterns mean, with the denominator of the shade by name. */
export function Legend({ view }: { view: CompareView }) {
  const t = useTranslations("compare");
  const item = "inline-flex items-center gap-2";
  return (
    <ul
      aria-label={t("legend.title")}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 text-soft text-xs"
    >
      {view.share === "interviewees" && (
        <>
          <li className={item}>
            <span aria-hidden className={SWATCH} style={shade(72)} />
            {t("legend.all")}
          </li>
          <li className={item}>
            <span aria-hidden className={SWATCH} style={shade(36)} />
            {t("legend.half")}
          </li>
        </>
      )}
      <li>{t("legend.shade", { of: t(`share.${view.share}`, { unit: unitOf(view.columns) }) })}</li>
      {view.share.endsWith("_words") && <li>{t("legend.mixed")}</li>}
      <li className={item}>
        <span aria-hidden className={SWATCH} />
        {t(view.columns === "source" ? "zero.not_raised" : "zero.asked_not_raised")}
      </li>
      <li className={item}>
        <span aria-hidden className={cx(SWATCH, "hatched")} />
        {t("zero.not_asked")}
      </li>
      <li className={item}>
        <span aria-hidden className={cx(SWATCH, "border-edge border-dashed")} />
        {t("zero.not_yet_coded")}
      </li>
      {view.columns !== "interviewee" && view.columns !== "source" && <li>◦ {t("legend.small")}</li>}
    </ul>
  );
}

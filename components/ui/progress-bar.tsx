"use client";

import { Progress as Radix } from "radix-ui";
import { useTranslations } from "use-intl";

/** How far something has come, of which the amount is known. `label` says what. */
export function ProgressBar({ label, value, max = 100 }: { label: string; value: number; max?: number }) {
  const t = useTranslations("common");
  const percent = max > 0 ? Math.min(100, Math.max(0, Math.round((value / max) * 100))) : 0;
  return (
    <Radix.Root
      value={percent}
      aria-label={label}
      getValueLabel={() => t("progress", { percent: percent })}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <Radix.Indicator
        className="keep-colour block h-full rounded-full bg-accent transition-[width]"
        style={{ width: `${percent}%` }}
      />
    </Radix.Root>
  );
}

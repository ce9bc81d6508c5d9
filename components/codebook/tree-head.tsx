"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { Codebook } from "@/lib/schemas/codebook";

interface TreeHeadProps {
  codebook: Codebook;
  showRetired: boolean;
  onShowRetired: (show: boolean) => void;
}

/** The codebook's name and revision, above its tree. */
export function TreeHead({
  codebook: { codes, revisions, used },
  showRetired,
  onShowRetired,
}: TreeHeadProps) {
  const t = useTranslations("codebook");
  return (
    <header className="px-4 pt-4 pb-2">
      <div className="flex items-baseline justify-between gap-2">
        <h1 className="caption">{t("title")}</h1>
        {revisions[0] && (
          <span className="caption tabular">{t("revision", { number: revisions[0].number })}</span>
        )}
      </div>
      {codes.some((code) => code.retired) && (
        <div className="mt-2 text-sm">
          <Checkbox
            label={t("showRetired")}
            checked={showRetired}
            onCheckedChange={(checked) => onShowRetired(checked === true)}
          />
        </div>
      )}
      {used && <p className="mt-1 text-right text-faint text-xs">{t("columns")}</p>}
    </header>
  );
}

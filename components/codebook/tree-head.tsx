"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Checkbox } from "@/components/ui/checkbox";
import { Segmented } from "@/components/ui/segmented";
import type { Codebook, CodeCounts } from "@/lib/schemas/codebook-views";
import type { CountChoice } from "./counts";

interface TreeHeadProps {
  codebook: Codebook;
  counts: CodeCounts | null;
  counting: CountChoice;
  onCounting: (choice: CountChoice) => void;
  showRetired: boolean;
  onShowRetired: (show: boolean) => void;
}

/** The codebook's name and revision, what waits to be looked at again, and what is counted, above the tree. */
export function TreeHead(props: TreeHeadProps) {
  const { codebook, counts, counting, onCounting, showRetired, onShowRetired } = props;
  const { studyId, codes, revisions, mayReview } = codebook;
  const t = useTranslations("codebook");
  const due = Object.values(counts ?? {}).reduce((sum, each) => sum + each.due, 0);
  return (
    <header className="grid gap-2 px-4 pt-4 pb-2">
      <div className="flex items-baseline justify-between gap-2">
        <h1 className="caption">{t("title")}</h1>
        <Link
          href={studyRoute(studyId, "codebook", "/history")}
          className="caption tabular inline-flex min-h-6 items-center gap-1 underline-offset-2 hover:underline"
        >
          <History aria-hidden className="size-3.5" />
          {revisions[0] ? t("revision", { number: revisions[0].number }) : t("history")}
        </Link>
      </div>
      {mayReview && due > 0 && (
        <Link
          href={studyRoute(studyId, "codebook", "/review")}
          className="rounded-md border border-warning/30 bg-warning-tint px-2.5 py-1.5 font-medium text-sm text-warning hover:underline"
        >
          {t("due", { count: due })}
        </Link>
      )}
      {codes.some((code) => code.retired) && (
        <div className="text-sm">
          <Checkbox
            label={t("showRetired")}
            checked={showRetired}
            onCheckedChange={(checked) => onShowRetired(checked === true)}
          />
        </div>
      )}
      {codebook.counted && codes.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 text-sm">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {mayReview && (
              <Segmented
                label={t("whose.label")}
                value={counting.whose}
                options={(["all", "own"] as const).map((value) => ({ value, label: t(`whose.${value}`) }))}
                onChoose={(whose) => onCounting({ ...counting, whose })}
              />
            )}
            <Checkbox
              label={t("within")}
              checked={counting.within}
              onCheckedChange={(checked) => onCounting({ ...counting, within: checked === true })}
            />
          </div>
          <p className="ml-auto text-faint text-xs">{t("columns")}</p>
        </div>
      )}
    </header>
  );
}

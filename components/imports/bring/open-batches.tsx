"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Callout } from "@/components/ui/callout";
import type { ListedBatch } from "@/lib/schemas/imports";

interface OpenBatchesProps {
  studyId: string;
  batches: readonly ListedBatch[];
}

/** Files that are on their way, or wait for somebody to look at them. */
export function OpenBatches({ studyId, batches }: OpenBatchesProps) {
  const t = useTranslations("imports.open");
  const format = useFormatter();
  if (batches.length === 0) return null;
  return (
    <Callout title={t("title")}>
      <ul className="grid gap-1">
        {batches.map(({ id, createdAt, underWay, waiting, stored, total, replaces }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2">
            <Link
              href={studyRoute(
                studyId,
                "transcripts",
                replaces === null ? `/imports/${id}` : `/${replaces}/replace/${id}`,
              )}
              className="text-accent underline underline-offset-2"
            >
              {t(replaces === null ? "batch" : "replacement", {
                count: total,
                at: format.dateTime(new Date(createdAt), "moment"),
              })}
            </Link>
            <span className="text-soft">{t("state", { underWay, waiting, stored })}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

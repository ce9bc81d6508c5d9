"use client";

import { useTranslations } from "use-intl";
import type { ExcerptFilter } from "@/lib/schemas/excerpts";

/** Says what a list of single people, or of people by more than their sector, leaves out. */
export function Unattributed({
  filter,
}: {
  filter: Pick<Partial<ExcerptFilter>, "interviewees" | "attributes">;
}) {
  const t = useTranslations("excerpts");
  if (!filter.interviewees && !filter.attributes) return null;
  return <p className="text-faint text-sm">{t("unattributed")}</p>;
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { isLate } from "@/lib/domain/round";
import { useToday } from "./use-today";

/** By when something is due, and in words where it is late. */
export function Due({ dueOn, done }: { dueOn: string | null; done: boolean }) {
  const t = useTranslations("rounds");
  const format = useFormatter();
  const today = useToday();
  if (dueOn === null) return <span className="text-faint">{t("noDue")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 whitespace-nowrap">
      {format.dateTime(new Date(`${dueOn}T00:00:00Z`), "day")}
      {today !== "" && isLate(dueOn, done, today) && <Badge tone="warning">{t("late")}</Badge>}
    </span>
  );
}

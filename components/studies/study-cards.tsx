"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { StudyRow } from "@/lib/schemas/studies";

/** The studies of a person, each with their role in it. The whole card leads to the study. */
export function StudyCards({ studies }: { studies: StudyRow[] }) {
  const t = useTranslations("studies.list");
  const roles = useTranslations("auth.roles");
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {studies.map((study) => (
        <li key={study.id} className="min-w-0">
          <Card className="relative grid h-full grid-cols-[minmax(0,1fr)] content-start gap-2 hover:border-edge">
            <div className="flex items-start justify-between gap-3">
              <h2 className="min-w-0 break-words font-semibold text-lg">
                <Link href={studyRoute(study.id)} className="after:absolute after:inset-0 after:rounded-lg">
                  {study.title}
                </Link>
              </h2>
              <Badge>{roles(study.role)}</Badge>
            </div>
            {study.description && <p className="line-clamp-3 text-soft">{study.description}</p>}
            {study.notice && <p className="line-clamp-2 text-faint text-sm">{study.notice}</p>}
            <p className="tabular mt-auto flex flex-wrap gap-x-4 pt-2 text-soft text-sm">
              <span>{t("interviewees", { count: study.interviewees })}</span>
              <span>{t("transcripts", { count: study.transcripts })}</span>
              <span>{t("members", { count: study.members })}</span>
            </p>
          </Card>
        </li>
      ))}
    </ul>
  );
}

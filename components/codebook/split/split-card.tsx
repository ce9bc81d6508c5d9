"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import type { SplitItem } from "@/lib/schemas/codebook-views";
import { STAY } from "./kept-choices";
import type { Target } from "./use-split";

interface SplitCardProps {
  studyId: string;
  item: SplitItem;
  place: { at: number; of: number };
  choice: Target | typeof STAY | null;
}

/** The segment at hand, and what it gets. */
export function SplitCard({ studyId, item, place, choice }: SplitCardProps) {
  const t = useTranslations("codebook.splitPage");
  return (
    <section aria-label={t("at", place)} aria-live="polite">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-3 text-faint text-sm">
        <span className="tabular">{t("at", place)}</span>
        <span>{t("by", { name: item.coder })}</span>
        <Link
          className="text-accent hover:underline"
          href={studyRoute(studyId, "transcripts", `/${item.transcriptId}?segment=${item.segmentId}`)}
        >
          {item.title}
        </Link>
        {choice && <Badge tone="accent">{choice === STAY ? t("stays") : choice.name}</Badge>}
      </p>
      <blockquote
        className="reading whitespace-pre-line rounded-lg border border-line bg-raised p-4 shadow-card"
        lang={item.language}
        dir="auto"
      >
        {item.quote}
      </blockquote>
    </section>
  );
}

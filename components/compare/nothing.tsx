"use client";

import { Grid3x3 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { type SectionId, studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ComparePayload } from "@/lib/schemas/compare";

interface NothingProps {
  studyId: string;
  payload: ComparePayload;
  may: { code: boolean; addPeople: boolean };
}

/** What is missing for a matrix, first things first, and where to make it. */
function missing({ has, codes }: ComparePayload): {
  what: "transcripts" | "people" | "codes" | "codings";
  where: SectionId;
  rest?: string;
} {
  if (!has.transcripts) return { what: "transcripts", where: "transcripts", rest: "/new" };
  if (!has.interviewees) return { what: "people", where: "people" };
  if (codes.length === 0) return { what: "codes", where: "codebook" };
  return { what: "codings", where: "transcripts" };
}

export function NothingToCompare({ studyId, payload, may }: NothingProps) {
  const t = useTranslations("compare");
  const { what, where, rest } = missing(payload);
  const allowed = what === "people" || what === "codes" ? may.addPeople : may.code;
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        icon={<Grid3x3 aria-hidden />}
        title={t(`none.${what}.title`)}
        action={
          allowed && (
            <Button asChild variant="primary">
              <Link href={studyRoute(studyId, where, rest)}>{t(`none.${what}.action`)}</Link>
            </Button>
          )
        }
      >
        {t(`none.${what}.body`)}
      </EmptyState>
    </>
  );
}

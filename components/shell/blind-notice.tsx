"use client";

import { EyeOff } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "use-intl";
import { useChanges } from "@/components/live/use-changes";
import { useRefresh } from "@/components/live/use-refresh";
import { can, type Role } from "@/lib/access/can";
import type { Topic } from "@/lib/access/live";
import { QuietLink } from "./quiet-link";
import { studyRoute } from "./routes";

interface BlindNoticeProps {
  studyId: string;
  role: Role;
  /** In how many the person sees their own codings alone. */
  transcripts: number;
}

const ROUNDS: readonly Topic[] = ["rounds"];

/**
 * Says on every page of the study what a blind round keeps from whoever reads it, so that nothing is left out in
 * silence. When a round is opened or revealed, the page is read anew.
 */
export function BlindNotice({ studyId, role, transcripts: count }: BlindNoticeProps) {
  const t = useTranslations("shell.blind");
  useChanges(ROUNDS, useRefresh(studyId));
  if (count === 0) return null;
  const codes = can(role, "coding.write");
  return (
    <aside
      aria-label={t("label")}
      className="flex shrink-0 items-start gap-2 border-line border-b bg-accent-tint px-4 py-1 text-accent text-xs sm:px-5"
    >
      <EyeOff aria-hidden className="mt-px size-3.5 shrink-0" />
      <p className="min-w-0">
        {t(codes ? "own" : "none", { count })}{" "}
        {can(role, "rounds.view") && (
          <QuietLink
            href={`${studyRoute(studyId)}/rounds` as Route}
            className="font-semibold underline underline-offset-2"
          >
            {t("rounds")}
          </QuietLink>
        )}
      </p>
    </aside>
  );
}

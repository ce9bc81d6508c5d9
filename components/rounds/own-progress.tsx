"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { OwnAssignment } from "@/lib/schemas/rounds";

interface OwnProgressProps {
  own: OwnAssignment;
  /** Whether the server does not know yet that it is done, or is not. */
  waiting: boolean;
}

/** How much of the talk one has coded, how far one has read, and whether it is done. */
export function OwnProgress({ own: { done, transcript, progress, read }, waiting }: OwnProgressProps) {
  const t = useTranslations("rounds.grid");
  const format = useFormatter();
  return (
    <span className="tabular flex flex-wrap items-center gap-x-2 text-sm">
      {done && <Badge tone="success">{t("done")}</Badge>}
      {waiting && <span className="text-warning">{t("waiting")}</span>}
      <span>{progress.talk > 0 ? t(`talkOf.${transcript.counted}`, progress) : t("noTalk")}</span>
      <span className="text-soft">{t("read", { share: format.number(read, "share") })}</span>
    </span>
  );
}

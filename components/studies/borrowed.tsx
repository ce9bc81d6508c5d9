"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Callout } from "@/components/ui/callout";

interface BorrowedProps {
  section: "codebook" | "guide";
  /** The study that owns it; its id where the person may open it. Null where it is this study's own. */
  home: { title: string; studyId: string | null } | null;
}

/** Said above a codebook or a guide that belongs to another study. */
export function Borrowed({ section, home }: BorrowedProps) {
  const t = useTranslations(section);
  if (!home) return null;
  const link = home.studyId && (
    <Link className="text-accent underline" href={studyRoute(home.studyId, section)}>
      {t("openHome")}
    </Link>
  );
  return (
    <div className="mb-5">
      <Callout action={link}>{t("borrowed", { study: home.title })}</Callout>
    </div>
  );
}

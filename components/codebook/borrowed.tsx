"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Callout } from "@/components/ui/callout";
import type { Codebook } from "@/lib/schemas/codebook";

/** Said above a codebook that belongs to another study. */
export function Borrowed({ codebook: { home } }: { codebook: Codebook }) {
  const t = useTranslations("codebook");
  if (!home) return null;
  const link = home.studyId && (
    <Link className="text-accent underline" href={studyRoute(home.studyId, "codebook")}>
      {t("openHome")}
    </Link>
  );
  return (
    <div className="mb-5">
      <Callout action={link}>{t("borrowed", { study: home.title })}</Callout>
    </div>
  );
}

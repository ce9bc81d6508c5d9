"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Callout } from "@/components/ui/callout";
import type { Elsewhere } from "@/lib/schemas/revisions";

interface ElsewhereListProps {
  studyId: string;
  found: readonly Elsewhere[];
}

/** Where a name stays although it is hidden in texts: each place leads there, to be changed by hand. */
export function ElsewhereList({ studyId, found }: ElsewhereListProps) {
  const t = useTranslations("revisions.redact.elsewhere");
  if (found.length === 0) return null;
  return (
    <Callout kind="warning" title={t("title")}>
      <p>{t("body")}</p>
      <ul className="mt-1 ml-4 list-disc">
        {found.map((each) => (
          <li key={`${each.where} ${each.transcript?.id}`}>
            <Link
              href={addressOf(studyId, each)}
              target="_blank"
              className="text-accent underline underline-offset-2"
            >
              {t(each.where, { count: each.count, title: each.transcript?.title ?? "" })}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function addressOf(studyId: string, { where, transcript }: Elsewhere) {
  if (where === "memos" || where === "reasons") {
    const segment = transcript?.segmentId ? `?segment=${transcript.segmentId}` : "";
    const rest = where === "reasons" ? "/versions" : segment;
    return studyRoute(studyId, "transcripts", `/${transcript?.id ?? ""}${rest}`);
  }
  return studyRoute(studyId, where === "codebook" ? "codebook" : "people");
}

"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type FirstWaiting, useWaiting } from "./use-waiting";

interface WaitingNoticeProps {
  studyId: string;
  /** As an address of excerpts says it. */
  query: string;
  first: FirstWaiting;
  /** What leaves them out. */
  left: "counts" | "list";
}

const LINK = "font-medium text-accent underline-offset-2 hover:underline";

/** Says which segments are missing because a correction left them without a certain place, and where they wait. */
export function WaitingNotice({ studyId, query, first, left }: WaitingNoticeProps) {
  const t = useTranslations("excerpts.waiting");
  const common = useTranslations("common");
  const { waiting, failed, retry } = useWaiting(studyId, query, first);
  if (failed)
    return (
      <Callout kind="error" live action={<Button onClick={retry}>{common("retry")}</Button>}>
        {t("unknown")}
      </Callout>
    );
  const { segments, transcripts } = waiting;
  if (segments === 0) return null;
  const more = transcripts ? transcripts.count - transcripts.first.length : 0;
  return (
    <Callout kind="warning">
      <p>{t(left, { count: segments })}</p>
      {transcripts ? (
        <>
          <p>{t("download")}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
            {transcripts.first.map(({ id, title, segments: count }) => (
              <li key={id}>
                <Link href={studyRoute(studyId, "transcripts", `/${id}/queue`)} className={LINK}>
                  {t("place", { title, count })}
                </Link>
              </li>
            ))}
            {more > 0 && (
              <li>
                <Link href={studyRoute(studyId, "transcripts")} className={LINK}>
                  {t("more", { count: more })}
                </Link>
              </li>
            )}
          </ul>
        </>
      ) : (
        <p>{t("team")}</p>
      )}
    </Callout>
  );
}

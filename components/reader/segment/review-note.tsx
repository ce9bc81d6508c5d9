"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { SegmentState } from "@/lib/domain/coding";
import { useSession } from "../context";
import { confirmCode } from "../model/commands";

/** Says of one's own segment which of its codes have come to mean something else since, and lets it be kept. */
export function ReviewNote({ segment }: { segment: SegmentState }) {
  const t = useTranslations("codebook.reviewPage");
  const session = useSession();
  const { store, codes, frame } = session;
  const due = store.codingsOf(segment.id).flatMap((coding) => {
    const code = codes.get(coding.codeId);
    return code && coding.revision < code.meaningSince ? [{ coding, code }] : [];
  });
  return due.map(({ coding, code }) => (
    <Callout
      key={coding.id}
      kind="warning"
      action={
        <>
          <Button size="sm" onClick={() => confirmCode(session, segment.id, coding.id)}>
            {t("keep")}
          </Button>
          <Link
            className="inline-flex min-h-7 items-center text-accent text-sm hover:underline"
            href={studyRoute(frame.study.id, "codebook", "/review")}
          >
            {t("saidLink")}
          </Link>
        </>
      }
    >
      {t("said", { name: code.name })}
    </Callout>
  ));
}

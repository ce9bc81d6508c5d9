"use client";

import { Eraser } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ErasedTranscript } from "@/lib/schemas/erasure";

/** Says of a transcript that it was erased, and drops what this browser still keeps of it. */
export function ErasedPage({ studyId, transcriptId, at }: ErasedTranscript) {
  const t = useTranslations("erasure.page");
  const format = useFormatter();
  const [dropped, setDropped] = useState<number | null>(null);
  useEffect(() => {
    let here = true;
    const drop = async () => {
      const { dropKept } = await import("./kept");
      const count = await dropKept(transcriptId);
      if (here) setDropped((before) => (before ?? 0) + count);
    };
    // A browser that keeps nothing has nothing to drop.
    drop().catch(() => undefined);
    return () => {
      here = false;
    };
  }, [transcriptId]);
  return (
    <div className="grid min-h-[70dvh] flex-1 place-content-center py-10">
      <EmptyState
        level={1}
        icon={<Eraser aria-hidden />}
        title={t("title")}
        action={
          <Button asChild variant="primary">
            <Link href={studyRoute(studyId, "transcripts")}>{t("back")}</Link>
          </Button>
        }
      >
        <p>{t("body", { at: format.dateTime(new Date(at), "moment") })}</p>
        <p role="status" className="mt-2 min-h-6">
          {dropped !== null && (dropped > 0 ? t("dropped", { count: dropped }) : t("clean"))}
        </p>
      </EmptyState>
    </div>
  );
}

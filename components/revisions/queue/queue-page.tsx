"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import type { Queue } from "@/lib/schemas/revisions";
import { TextNav } from "../text-nav";
import { QueueCard } from "./queue-card";

/** The segments without a certain place, decided one by one. */
export function QueuePage({ studyId, transcript, versionId, total, segments }: Queue) {
  const t = useTranslations("revisions.queue");
  const router = useRouter();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const left = segments.filter(({ id }) => !decided.has(id));
  const waiting = total - (segments.length - left.length);
  const done = (id: string) => {
    setDecided(new Set([...decided, id]));
    // The next ones come once these are through.
    if (left.length === 1) router.refresh();
  };
  return (
    <Page title={t("title", { title: transcript.title })} description={t("description")}>
      <TextNav studyId={studyId} transcriptId={transcript.id} here="queue" />
      {left.length === 0 ? (
        <EmptyState
          title={t("empty")}
          action={
            <Button asChild variant="primary">
              <Link href={studyRoute(studyId, "transcripts", `/${transcript.id}`)}>{t("read")}</Link>
            </Button>
          }
        >
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <div className="max-w-3xl">
          <p role="status" className="mb-4 font-medium">
            {t("waiting", { count: waiting })}
          </p>
          <ol className="grid gap-4">
            {left.map((segment) => (
              <li key={segment.id}>
                <QueueCard
                  segment={segment}
                  transcript={transcript}
                  versionId={versionId}
                  onDecided={() => done(segment.id)}
                />
              </li>
            ))}
          </ol>
          {waiting > left.length && (
            <p className="mt-4 text-soft">{t("shown", { shown: left.length, total: waiting })}</p>
          )}
        </div>
      )}
    </Page>
  );
}

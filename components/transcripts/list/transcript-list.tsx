"use client";

import { FileText, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { OpenBatches } from "@/components/imports/bring/open-batches";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import type { ListedBatch, ListedOriginal } from "@/lib/schemas/imports";
import type { ListedTranscript } from "@/lib/schemas/transcripts";
import { type Assignments, TranscriptTable } from "./transcript-table";

interface TranscriptListProps extends Assignments {
  studyId: string;
  transcripts: readonly ListedTranscript[];
  questions: number;
  mayAdd: boolean;
  /** The files that transcripts were made of, by transcript; for those who may see them. */
  originals: Readonly<Record<string, readonly ListedOriginal[]>>;
  /** Files on their way. */
  batches: readonly ListedBatch[];
}

export function TranscriptList({ mayAdd, batches, ...list }: TranscriptListProps) {
  const t = useTranslations("transcripts");
  const add = mayAdd && (
    <Button asChild variant="primary">
      <Link href={studyRoute(list.studyId, "transcripts", "/new")}>
        <Plus aria-hidden />
        {t("add")}
      </Link>
    </Button>
  );
  const underWay = <OpenBatches studyId={list.studyId} batches={batches} />;
  if (list.transcripts.length === 0 && batches.length === 0)
    return (
      <EmptyState level={1} icon={<FileText aria-hidden />} title={t("empty")} action={add}>
        {t(mayAdd ? "emptyBody" : "emptyReader")}
      </EmptyState>
    );
  return (
    <Page title={t("title")} description={t("description")} actions={add} width="wide">
      <div className="grid gap-6">
        {underWay}
        {list.transcripts.length > 0 && <TranscriptTable {...list} />}
      </div>
    </Page>
  );
}

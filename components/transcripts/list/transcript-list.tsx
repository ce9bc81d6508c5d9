"use client";

import { FileText, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import type { ListedTranscript } from "@/lib/schemas/transcripts";
import { TranscriptTable } from "./transcript-table";

interface TranscriptListProps {
  studyId: string;
  transcripts: readonly ListedTranscript[];
  questions: number;
  mayAdd: boolean;
}

export function TranscriptList({ mayAdd, ...list }: TranscriptListProps) {
  const t = useTranslations("transcripts");
  const add = mayAdd && (
    <Button asChild variant="primary">
      <Link href={studyRoute(list.studyId, "transcripts", "/new")}>
        <Plus aria-hidden />
        {t("add")}
      </Link>
    </Button>
  );
  if (list.transcripts.length === 0)
    return (
      <EmptyState level={1} icon={<FileText aria-hidden />} title={t("empty")} action={add}>
        {t(mayAdd ? "emptyBody" : "emptyReader")}
      </EmptyState>
    );
  return (
    <Page title={t("title")} description={t("description")} actions={add} width="wide">
      <TranscriptTable {...list} />
    </Page>
  );
}

import type { Metadata } from "next";
import { BeginReplace } from "@/components/revisions/replace/begin-replace";
import { translator } from "@/lib/server/i18n";
import { loadReplace } from "@/lib/server/imports/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { transcript }] = await Promise.all([translator("imports"), loadReplace(await params)]);
  return { title: t("replace.title", { title: transcript.title }) };
}

export default async function ReplacePage({ params }: Props) {
  return <BeginReplace {...(await loadReplace(await params))} />;
}

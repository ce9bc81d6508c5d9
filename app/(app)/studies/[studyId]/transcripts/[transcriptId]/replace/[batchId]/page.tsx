import type { Metadata } from "next";
import { ReplaceScreen } from "@/components/revisions/replace/replace-screen";
import { translator } from "@/lib/server/i18n";
import { loadReplacement } from "@/lib/server/imports/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string; batchId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { transcript }] = await Promise.all([translator("imports"), loadReplacement(await params)]);
  return { title: t("replace.title", { title: transcript.title }) };
}

export default async function ReplacementPage({ params }: Props) {
  return <ReplaceScreen place={await loadReplacement(await params)} />;
}

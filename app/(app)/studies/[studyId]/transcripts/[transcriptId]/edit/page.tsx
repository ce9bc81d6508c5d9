import type { Metadata } from "next";
import { EditorPage } from "@/components/revisions/editor/editor-page";
import { translator } from "@/lib/server/i18n";
import { loadEditor } from "@/lib/server/revisions/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { transcript }] = await Promise.all([translator("revisions"), loadEditor(await params)]);
  return { title: t("edit.title", { title: transcript.title }) };
}

export default async function EditTranscriptPage({ params }: Props) {
  const asked = await params;
  return <EditorPage key={asked.transcriptId} {...(await loadEditor(asked))} />;
}

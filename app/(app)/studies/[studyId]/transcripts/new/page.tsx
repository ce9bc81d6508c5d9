import type { Metadata } from "next";
import { AddTranscripts } from "@/components/transcripts/add/add-transcripts";
import { translator } from "@/lib/server/i18n";
import { loadNewTranscript } from "@/lib/server/transcripts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("transcripts");
  return { title: t("new.title") };
}

export default async function NewTranscriptPage({ params }: PageProps<"/studies/[studyId]/transcripts/new">) {
  const { studyId } = await params;
  return <AddTranscripts place={await loadNewTranscript({ studyId })} />;
}

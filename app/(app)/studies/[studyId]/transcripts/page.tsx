import type { Metadata } from "next";
import { TranscriptList } from "@/components/transcripts/list/transcript-list";
import { translator } from "@/lib/server/i18n";
import { loadAssigned } from "@/lib/server/rounds/loaders";
import { loadTranscripts } from "@/lib/server/transcripts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("transcripts");
  return { title: t("title") };
}

export default async function TranscriptsPage({ params }: PageProps<"/studies/[studyId]/transcripts">) {
  const { studyId } = await params;
  const [list, assigned] = await Promise.all([loadTranscripts({ studyId }), loadAssigned({ studyId })]);
  return <TranscriptList {...list} {...assigned} />;
}

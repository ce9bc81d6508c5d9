import type { Metadata } from "next";
import { PairPage } from "@/components/pairs/pair-page";
import { translator } from "@/lib/server/i18n";
import { loadPair } from "@/lib/server/pairs/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { transcript }] = await Promise.all([translator("pairs"), loadPair(await params)]);
  return { title: t("title", { title: transcript.title }) };
}

export default async function TranscriptPairPage({ params }: Props) {
  const asked = await params;
  return <PairPage key={asked.transcriptId} frame={await loadPair(asked)} />;
}

import type { Metadata } from "next";
import { QueuePage } from "@/components/revisions/queue/queue-page";
import { translator } from "@/lib/server/i18n";
import { loadQueue } from "@/lib/server/revisions/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { transcript }] = await Promise.all([translator("revisions"), loadQueue(await params)]);
  return { title: t("queue.title", { title: transcript.title }) };
}

export default async function TranscriptQueuePage({ params }: Props) {
  return <QueuePage {...(await loadQueue(await params))} />;
}

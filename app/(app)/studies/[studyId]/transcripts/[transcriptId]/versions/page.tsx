import type { Metadata } from "next";
import { VersionsPage } from "@/components/revisions/versions/versions-page";
import { translator } from "@/lib/server/i18n";
import { loadVersions } from "@/lib/server/revisions/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { transcript }] = await Promise.all([translator("revisions"), loadVersions(await params)]);
  return { title: t("versions.title", { title: transcript.title }) };
}

export default async function TranscriptVersionsPage({ params }: Props) {
  return <VersionsPage {...(await loadVersions(await params))} />;
}

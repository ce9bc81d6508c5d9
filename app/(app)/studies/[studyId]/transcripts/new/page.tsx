import type { Metadata } from "next";
import { BeginImport } from "@/components/imports/bring/begin-import";
import { translator } from "@/lib/server/i18n";
import { loadOpenBatches } from "@/lib/server/imports/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("imports");
  return { title: t("title") };
}

export default async function NewTranscriptPage({ params }: PageProps<"/studies/[studyId]/transcripts/new">) {
  const { studyId } = await params;
  return <BeginImport {...(await loadOpenBatches({ studyId }))} />;
}

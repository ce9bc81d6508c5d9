import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BatchScreen } from "@/components/imports/batch-screen";
import { translator } from "@/lib/server/i18n";
import { loadBatch } from "@/lib/server/imports/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("imports");
  return { title: t("title") };
}

export default async function ImportPage({
  params,
}: PageProps<"/studies/[studyId]/transcripts/imports/[batchId]">) {
  const { studyId, batchId } = await params;
  const place = await loadBatch({ batchId });
  if (place.studyId !== studyId) notFound();
  return <BatchScreen place={place} />;
}

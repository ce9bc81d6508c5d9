import type { Metadata } from "next";
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
  return <BatchScreen place={await loadBatch(await params)} />;
}

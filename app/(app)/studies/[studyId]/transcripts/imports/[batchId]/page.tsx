import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BatchScreen } from "@/components/imports/batch-screen";
import { studyRoute } from "@/components/shell/routes";
import { translator } from "@/lib/server/i18n";
import { loadBatch } from "@/lib/server/imports/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("imports");
  return { title: t("title") };
}

export default async function ImportPage({
  params,
}: PageProps<"/studies/[studyId]/transcripts/imports/[batchId]">) {
  const place = await loadBatch(await params);
  const { studyId, batchId, replaces } = place;
  // A file that is to take the place of a text has a page of its own.
  if (replaces !== null) redirect(studyRoute(studyId, "transcripts", `/${replaces}/replace/${batchId}`));
  return <BatchScreen place={place} />;
}

import type { Metadata } from "next";
import { ErasedPage } from "@/components/erasure/erased-page";
import { loadErased } from "@/lib/server/erasure/loaders";
import { translator } from "@/lib/server/i18n";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("erasure");
  return { title: t("page.title") };
}

export default async function ErasedTranscriptPage({ params }: Props) {
  return <ErasedPage {...(await loadErased(await params))} />;
}

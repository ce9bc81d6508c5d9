import type { Metadata } from "next";
import { PseudonymsPage } from "@/components/revisions/redact/pseudonyms-page";
import { translator } from "@/lib/server/i18n";
import { loadPseudonyms } from "@/lib/server/revisions/loaders";

interface Props {
  params: Promise<{ studyId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("revisions");
  return { title: t("pseudonyms.title") };
}

export default async function StudyPseudonymsPage({ params }: Props) {
  const { studyId } = await params;
  return <PseudonymsPage {...(await loadPseudonyms({ studyId }))} />;
}

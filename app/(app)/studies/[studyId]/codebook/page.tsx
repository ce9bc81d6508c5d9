import type { Metadata } from "next";
import { CodebookPage } from "@/components/codebook/codebook-page";
import { loadCodebook } from "@/lib/server/codebook/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("codebook"))("title") };
}

export default async function Page({ params }: PageProps<"/studies/[studyId]/codebook">) {
  const { studyId } = await params;
  return <CodebookPage codebook={await loadCodebook({ studyId })} />;
}

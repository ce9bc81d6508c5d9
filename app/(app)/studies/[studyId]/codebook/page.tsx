import type { Metadata } from "next";
import { CodebookPage } from "@/components/codebook/codebook-page";
import { loadCodebook } from "@/lib/server/codebook/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("codebook"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/studies/[studyId]/codebook">) {
  const { studyId } = await params;
  const { code } = await searchParams;
  const codebook = await loadCodebook({ studyId });
  const initial = codebook.codes.find((one) => one.id === code)?.id ?? null;
  return <CodebookPage codebook={codebook} initial={initial} />;
}

import type { Metadata } from "next";
import { SplitPage } from "@/components/codebook/split/split-page";
import { loadSplit } from "@/lib/server/codebook/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("codebook"))("split") };
}

export default async function Page({ params }: PageProps<"/studies/[studyId]/codebook/split/[codeId]">) {
  return <SplitPage split={await loadSplit(await params)} />;
}

import type { Metadata } from "next";
import { GuidePage } from "@/components/guide/guide-page";
import { loadGuide } from "@/lib/server/guide/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("guide"))("title") };
}

export default async function Page({ params }: PageProps<"/studies/[studyId]/guide">) {
  const { studyId } = await params;
  return <GuidePage guide={await loadGuide({ studyId })} />;
}

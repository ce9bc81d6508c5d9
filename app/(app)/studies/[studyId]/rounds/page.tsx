import type { Metadata } from "next";
import { RoundsPage } from "@/components/rounds/rounds-page";
import { translator } from "@/lib/server/i18n";
import { loadRounds } from "@/lib/server/rounds/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("rounds"))("title") };
}

export default async function Page({ params }: PageProps<"/studies/[studyId]/rounds">) {
  const { studyId } = await params;
  return <RoundsPage {...(await loadRounds({ studyId }))} />;
}

import type { Metadata } from "next";
import { HistoryPage } from "@/components/codebook/history/history-page";
import { loadCodebookHistory } from "@/lib/server/codebook/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("codebook"))("historyPage.title") };
}

export default async function Page({
  params,
  searchParams,
}: PageProps<"/studies/[studyId]/codebook/history">) {
  const { studyId } = await params;
  const { from, to, until } = await searchParams;
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
  return (
    <HistoryPage
      history={await loadCodebookHistory({ studyId, from: one(from), to: one(to), until: one(until) })}
    />
  );
}

import type { Metadata } from "next";
import { HistoryPage } from "@/components/history/history-page";
import { historyQuery } from "@/components/history/query";
import { HistoryView } from "@/lib/schemas/history";
import { loadHistory } from "@/lib/server/history/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("history"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/studies/[studyId]/history">) {
  const { studyId } = await params;
  const filter = HistoryView.parse(await searchParams);
  const { first, ...rest } = await loadHistory({ studyId, ...filter });
  return <HistoryPage first={{ query: historyQuery(filter).toString(), page: first }} {...rest} />;
}

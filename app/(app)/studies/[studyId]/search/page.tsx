import type { Metadata } from "next";
import { SearchScreen } from "@/components/search/search-screen";
import { translator } from "@/lib/server/i18n";
import { loadSearch } from "@/lib/server/search/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("search"))("title") };
}

export default async function SearchPage({ params }: PageProps<"/studies/[studyId]/search">) {
  const { studyId } = await params;
  return <SearchScreen studyId={studyId} {...(await loadSearch({ studyId }))} />;
}

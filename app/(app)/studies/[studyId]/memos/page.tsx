import type { Metadata } from "next";
import { MemosPage } from "@/components/memos/memos-page";
import { memoQuery } from "@/components/memos/query";
import { MemoView } from "@/lib/schemas/memos";
import { translator } from "@/lib/server/i18n";
import { loadMemos } from "@/lib/server/memos/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("memos"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/studies/[studyId]/memos">) {
  const { studyId } = await params;
  const filter = MemoView.parse(await searchParams);
  const { first, ...rest } = await loadMemos({ studyId, ...filter });
  return <MemosPage first={{ query: memoQuery(filter).toString(), page: first }} {...rest} />;
}

import type { Metadata } from "next";
import { ExcerptsScreen } from "@/components/excerpts/excerpts-screen";
import { excerptQuery } from "@/components/excerpts/query";
import { ExcerptView } from "@/lib/schemas/excerpts";
import { loadExcerpts } from "@/lib/server/excerpts/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("excerpts"))("title") };
}

export default async function ExcerptsPage({
  params,
  searchParams,
}: PageProps<"/studies/[studyId]/excerpts">) {
  const { studyId } = await params;
  const query = excerptQuery(ExcerptView.parse(await searchParams));
  const { first, ...rest } = await loadExcerpts({ studyId, ...Object.fromEntries(query) });
  return <ExcerptsScreen studyId={studyId} first={{ query: query.toString(), ...first }} {...rest} />;
}

import type { Metadata } from "next";
import { CompareScreen } from "@/components/compare/compare-screen";
import { firstOf } from "@/components/compare/model/first";
import { countQuery, viewOf } from "@/components/compare/model/view";
import { loadCompare } from "@/lib/server/compare/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("compare"))("title") };
}

export default async function ComparePage({ params, searchParams }: PageProps<"/studies/[studyId]/compare">) {
  const { studyId } = await params;
  const view = viewOf(await searchParams);
  const query = countQuery(view);
  const { payload, choices, waiting, may } = await loadCompare({
    studyId,
    ...Object.fromEntries(new URLSearchParams(query)),
  });
  return (
    <CompareScreen
      studyId={studyId}
      first={{ query, ...firstOf(payload, view) }}
      choices={choices}
      waiting={waiting}
      may={may}
    />
  );
}

import type { Metadata } from "next";
import { PeoplePage } from "@/components/people/people-page";
import { translator } from "@/lib/server/i18n";
import { loadPeople } from "@/lib/server/people/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("people"))("title") };
}

export default async function Page({ params }: PageProps<"/studies/[studyId]/people">) {
  const { studyId } = await params;
  return <PeoplePage people={await loadPeople({ studyId })} />;
}

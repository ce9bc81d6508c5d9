import type { Metadata } from "next";
import { RoundPage } from "@/components/rounds/round-page";
import { loadRound } from "@/lib/server/rounds/loaders";

type Props = PageProps<"/studies/[studyId]/rounds/[roundId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round } = await loadRound(await params);
  return { title: round.title };
}

export default async function Page({ params }: Props) {
  const detail = await loadRound(await params);
  return <RoundPage {...detail} />;
}

import type { Metadata } from "next";
import { ReviewPage } from "@/components/codebook/review/review-page";
import { loadReview } from "@/lib/server/codebook/loaders";
import { translator } from "@/lib/server/i18n";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator("codebook"))("reviewPage.title") };
}

export default async function Page({ params }: PageProps<"/studies/[studyId]/codebook/review">) {
  const { studyId } = await params;
  return <ReviewPage review={await loadReview({ studyId })} />;
}

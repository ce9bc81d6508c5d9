import { MemoButton } from "@/components/memos/memo-button";
import { OwnWork } from "@/components/rounds/own-work";
import { NextSteps } from "@/components/studies/next-steps";
import { GuideSummary, PeopleSummary, TranscriptsSummary } from "@/components/studies/overview";
import { Page } from "@/components/ui/page";
import { loadOwnWork } from "@/lib/server/rounds/loaders";
import { loadOverview } from "@/lib/server/studies/loaders";

export default async function OverviewPage({ params }: PageProps<"/studies/[studyId]">) {
  const { studyId } = await params;
  const [overview, own] = await Promise.all([loadOverview({ studyId }), loadOwnWork({ studyId })]);
  return (
    <Page
      title={overview.study.title}
      description={overview.study.description}
      actions={<MemoButton target={{ about: "study", studyId }} label={overview.study.title} />}
    >
      <div className="grid gap-10">
        <OwnWork studyId={studyId} {...own} />
        <NextSteps studyId={studyId} overview={overview} />
        <div className="grid gap-10 lg:grid-cols-2">
          {overview.sectors.length > 0 && <PeopleSummary sectors={overview.sectors} />}
          {(overview.clusters.length > 0 || overview.codes > 0) && (
            <GuideSummary clusters={overview.clusters} codes={overview.codes} />
          )}
        </div>
        {overview.transcripts && overview.transcripts.total > 0 && (
          <TranscriptsSummary studyId={studyId} transcripts={overview.transcripts} />
        )}
      </div>
    </Page>
  );
}

import type { ReactNode } from "react";
import { WatchErased } from "@/components/erasure/watch-erased";

interface TranscriptLayoutProps {
  params: Promise<{ studyId: string; transcriptId: string }>;
  children: ReactNode;
}

/** Around every page of a transcript, which may be erased while it is open. */
export default async function TranscriptLayout({ params, children }: TranscriptLayoutProps) {
  const { studyId, transcriptId } = await params;
  return (
    <>
      <WatchErased studyId={studyId} transcriptId={transcriptId} />
      {children}
    </>
  );
}

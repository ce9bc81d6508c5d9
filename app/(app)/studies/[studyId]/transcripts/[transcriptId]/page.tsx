import type { Metadata } from "next";
import { Suspense } from "react";
import { preload } from "react-dom";
import { codingsAddress, textAddress } from "@/components/reader/model/load";
import { Reader } from "@/components/reader/reader";
import { AssignmentState } from "@/components/rounds/assignment-state";
import { loadReader } from "@/lib/server/coding/loaders";
import { loadOwnWork } from "@/lib/server/rounds/loaders";
import { loadOpening } from "@/lib/server/transcripts/loaders";

/** A place beyond this is in none of the first windows, in UTF-16 code units. */
const FURTHER_DOWN = 1_500;

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { transcript } = await loadReader(await params);
  return { title: transcript.title };
}

export default async function TranscriptPage({ params, searchParams }: Props) {
  const asked = await params;
  const { transcriptId } = asked;
  // Both hot reads start with the page, beside its scripts.
  preload(textAddress(transcriptId), { as: "fetch", crossOrigin: "anonymous" });
  preload(codingsAddress(transcriptId), { as: "fetch", crossOrigin: "anonymous" });
  // An address that names a place leads there at once, and not past the beginning.
  const { segment, turn } = await searchParams;
  const elsewhere = segment !== undefined || turn !== undefined;
  const [frame, opening] = await Promise.all([loadReader(asked), elsewhere ? null : loadOpening(asked)]);
  // Somebody who stopped further down comes back there, and not past the beginning.
  const beginning = (frame.place ?? 0) < FURTHER_DOWN ? opening : null;
  // How far one is with all that is assigned may take a moment to count; the words do not wait for it.
  const assignment = (
    <Suspense>
      <Assignment {...asked} />
    </Suspense>
  );
  return <Reader key={transcriptId} frame={frame} beginning={beginning} assignment={assignment} />;
}

async function Assignment({ studyId, transcriptId }: Awaited<Props["params"]>) {
  const own = await loadOwnWork({ studyId });
  return <AssignmentState {...{ studyId, transcriptId }} {...own} />;
}

import type { Metadata } from "next";
import { preload } from "react-dom";
import { codingsAddress, textAddress } from "@/components/reader/model/load";
import { Reader } from "@/components/reader/reader";
import { loadReader } from "@/lib/server/coding/loaders";
import { loadOpening } from "@/lib/server/transcripts/loaders";

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
  const [frame, beginning] = await Promise.all([loadReader(asked), elsewhere ? null : loadOpening(asked)]);
  return <Reader key={transcriptId} frame={frame} beginning={beginning} />;
}

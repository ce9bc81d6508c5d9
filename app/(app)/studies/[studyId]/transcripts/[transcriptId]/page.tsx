import type { Metadata } from "next";
import { preload } from "react-dom";
import { codingsAddress, textAddress } from "@/components/reader/model/load";
import { Reader } from "@/components/reader/reader";
import { loadReader } from "@/lib/server/coding/loaders";

interface Props {
  params: Promise<{ studyId: string; transcriptId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { transcript } = await loadReader(await params);
  return { title: transcript.title };
}

export default async function TranscriptPage({ params }: Props) {
  const { transcriptId } = await params;
  // Both hot reads start with the page, beside its scripts.
  preload(textAddress(transcriptId), { as: "fetch", crossOrigin: "anonymous" });
  preload(codingsAddress(transcriptId), { as: "fetch", crossOrigin: "anonymous" });
  const frame = await loadReader({ transcriptId });
  return <Reader key={transcriptId} frame={frame} />;
}

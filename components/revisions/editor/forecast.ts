import { blocksOf, placer, type TextEdit } from "@/lib/domain/revision";
import { CodingsPayload } from "@/lib/schemas/coding";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import type { Editing } from "./state";
import { turnsOf } from "./turns";

/** How many segments of the current version keep their place in a correction, and how many will wait. */
export interface Forecast {
  all: number;
  placed: number;
  queued: number;
}

/** Looks at every segment of the version as the server will. Throws where the codings can't be had. */
export async function forecast(
  transcriptId: string,
  base: TranscriptText,
  text: string,
  edits: readonly TextEdit[],
  signal: AbortSignal,
): Promise<Forecast> {
  const response = await fetch(`/api/transcripts/${transcriptId}/codings`, { signal });
  const { segments } = CodingsPayload.parse(await response.json());
  const { place } = placer(base.text, text, edits);
  const placed = segments.filter(([, start, end]) => place({ start, end }).ok).length;
  return { all: segments.length, placed, queued: segments.length - placed };
}

/** How many turns with the same words are somebody else's now; a split or joined turn has other words. */
export function speakersChanged({ base, blocks, speakers }: Editing): number {
  const label = (of: readonly { label: string }[], index: number | null | undefined) =>
    index == null ? "" : (of[index]?.label ?? "");
  const former = new Set<string>();
  const words = new Set<string>();
  for (const { turn, body } of blocksOf(base.text, turnsOf(base))) {
    former.add(`${label(base.speakers, turn?.speaker)}\n${body}`);
    words.add(body);
  }
  return blocks.filter(
    ({ turn, body }) => words.has(body) && !former.has(`${label(speakers, turn?.speaker)}\n${body}`),
  ).length;
}

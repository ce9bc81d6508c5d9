import type { BlockTurn } from "@/lib/domain/revision";
import type { TranscriptText } from "@/lib/schemas/transcripts";

/** The turns of a version by the names of their parts. */
export function turnsOf({ turns }: TranscriptText): BlockTurn[] {
  return turns.map(([start, bodyStart, end, speaker, atMs, align]) => ({
    ...{ start, bodyStart, end, speaker, atMs, align },
  }));
}

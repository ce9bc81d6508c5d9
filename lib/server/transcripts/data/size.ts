import "server-only";
import { z } from "zod";
import { countUnits, wordStarts } from "@/lib/domain/text";
import type { Tx } from "@/lib/server/history";
import type { NewTranscript } from "../mutations/add";

/**
 * How long a transcript is, in words or, for Japanese and its like, characters: of all speech, and of
 * interviewees'. Counting reads the whole text, so the list of transcripts keeps the numbers in
 * `Digest`, under a filter of their own, while they name the version they were counted from.
 */
export const SIZE_FILTER = "size";

export const Size = z.object({ spoken: z.int(), interviewees: z.int() });
export type Size = z.infer<typeof Size>;

type Counted = Pick<NewTranscript, "text" | "language" | "speakers"> & {
  turns: readonly { bodyStart: number; end: number; speaker: number | null }[];
};

export function sizeOf({ text, language, turns, speakers }: Counted): Size {
  const starts = wordStarts(text, language);
  const size = { spoken: 0, interviewees: 0 };
  for (const { bodyStart, end, speaker } of turns) {
    const units = countUnits(starts, { start: bodyStart, end });
    size.spoken += units;
    if (speaker !== null && speakers[speaker]?.role === "interviewee") size.interviewees += units;
  }
  return size;
}

export async function storeSize(tx: Tx, transcriptId: string, versionId: string, size: Size): Promise<void> {
  const data = new TextEncoder().encode(JSON.stringify(size));
  const row = { stamp: versionId, data };
  await tx.digest.upsert({
    where: { transcriptId_filter: { transcriptId, filter: SIZE_FILTER } },
    create: { transcriptId, filter: SIZE_FILTER, ...row },
    update: row,
  });
}

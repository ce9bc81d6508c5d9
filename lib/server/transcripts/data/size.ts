import "server-only";
import { z } from "zod";
import { sizeOf } from "@/lib/domain/transcript";
import { prisma } from "@/lib/server/db";
import type { Tx } from "@/lib/server/history";

/**
 * How long a transcript is, in words or, for Japanese and its like, characters: of all speech, and of
 * interviewees'. Counting reads the whole text, so the list of transcripts keeps the numbers in
 * `Digest`, under a filter of their own, while they name the version they were counted from.
 */
export const SIZE_FILTER = "size";

const Size = z.object({ spoken: z.int(), spokenByInterviewees: z.int() });
export type Size = z.infer<typeof Size>;

export async function storeSize(tx: Tx, transcriptId: string, versionId: string, size: Size): Promise<void> {
  const data = new TextEncoder().encode(JSON.stringify(size));
  const row = { stamp: versionId, data };
  await tx.digest.upsert({
    where: { transcriptId_filter: { transcriptId, filter: SIZE_FILTER } },
    create: { transcriptId, filter: SIZE_FILTER, ...row },
    update: row,
  });
}

/** The numbers as they were kept; null where there are none, or another release kept them in another shape. */
export function keptSize(data: Uint8Array | null): Size | null {
  if (data === null) return null;
  return Size.safeParse(JSON.parse(new TextDecoder().decode(data))).data ?? null;
}

/** Counts a version from its rows, and keeps what came of it. */
export async function sizeOfVersion(
  transcriptId: string,
  versionId: string,
  language: string,
): Promise<Size> {
  const db = prisma();
  const [paragraphs, turns] = await Promise.all([
    db.paragraph.findMany({ where: { versionId }, orderBy: { ordinal: "asc" }, select: { text: true } }),
    db.turn.findMany({
      where: { versionId },
      select: { bodyStart: true, end: true, speaker: { select: { role: true } } },
    }),
  ]);
  const size = sizeOf({
    text: paragraphs.map(({ text }) => text).join(""),
    language,
    turns: turns.map(({ speaker, ...turn }, index) => ({ ...turn, speaker: speaker ? index : null })),
    speakers: turns.map(({ speaker }) => ({ role: speaker?.role ?? "other" })),
  });
  await storeSize(db, transcriptId, versionId, size);
  return size;
}

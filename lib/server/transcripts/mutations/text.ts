import "server-only";
import { randomUUID } from "node:crypto";
import { splitParagraphs } from "@/lib/domain/text";
import type { Draft } from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";

/** Writes the text of a version with its turns, points and passages, a statement for each kind of row. */
export async function storeText(
  tx: Tx,
  versionId: string,
  { text, turns, points, passages }: Omit<Draft, "speakers">,
  speakerIds: readonly string[],
): Promise<void> {
  const lines = splitParagraphs(text);
  await tx.$executeRaw`
    INSERT INTO "Paragraph" ("versionId", "ordinal", "start", "end", "text")
    SELECT ${versionId}::uuid, * FROM unnest(
      ${lines.map((_, ordinal) => ordinal)}::int[],
      ${lines.map(({ start }) => start)}::int[],
      ${lines.map(({ end }) => end)}::int[],
      ${lines.map((line) => line.text)}::text[])`;
  await tx.$executeRaw`
    INSERT INTO "Turn" ("versionId", "ordinal", "start", "bodyStart", "end", "speakerId", "atMs", "align")
    SELECT ${versionId}::uuid, * FROM unnest(
      ${turns.map((_, ordinal) => ordinal)}::int[],
      ${turns.map(({ start }) => start)}::int[],
      ${turns.map(({ bodyStart }) => bodyStart)}::int[],
      ${turns.map(({ end }) => end)}::int[],
      ${turns.map(({ speaker }) => (speaker === null ? null : (speakerIds[speaker] ?? null)))}::uuid[],
      ${turns.map(({ atMs }) => atMs)}::int[],
      ${turns.map(({ align }) => align)}::int[])`;
  await tx.$executeRaw`
    INSERT INTO "SyncPoint" ("versionId", "ordinal", "at", "ms")
    SELECT ${versionId}::uuid, * FROM unnest(
      ${points.map((_, ordinal) => ordinal)}::int[],
      ${points.map(({ at }) => at)}::int[],
      ${points.map(({ ms }) => ms)}::int[])`;
  await tx.passage.createMany({
    data: passages.map((passage) => ({ id: randomUUID(), versionId, ...passage })),
  });
}

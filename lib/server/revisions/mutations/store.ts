import "server-only";
import { randomUUID } from "node:crypto";
import type { Redaction } from "@/lib/domain/revision";
import { splitParagraphs } from "@/lib/domain/text";
import type { Draft, DraftPassage, DraftSpeaker } from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";

/** A draft whose passages may have been set by a person. */
export interface VersionDraft extends Omit<Draft, "passages"> {
  passages: (DraftPassage & { byHand?: boolean })[];
}

/** Writes the text of a version and what stands beside it, a statement for each kind of row. */
export async function storeText(
  tx: Tx,
  versionId: string,
  draft: VersionDraft,
  speakerIds: readonly string[],
  redactions: readonly Redaction[],
): Promise<void> {
  const { turns, points, passages } = draft;
  const lines = splitParagraphs(draft.text);
  await tx.$executeRaw`
    INSERT INTO "Paragraph" ("versionId", "ordinal", "start", "end", "text")
    SELECT ${versionId}::uuid, * FROM unnest(
      ${lines.map((_, ordinal) => ordinal)}::int[],
      ${lines.map(({ start }) => start)}::int[],
      ${lines.map(({ end }) => end)}::int[],
      ${lines.map(({ text }) => text)}::text[])`;
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
  await tx.redaction.createMany({
    data: redactions.map((redaction) => ({ id: randomUUID(), versionId, ...redaction })),
  });
}

/**
 * The ids of a draft's speakers: those that the transcript has by the same label, with what the draft says
 * of them, and new ones. Speakers that no longer speak stay, since older versions name them.
 */
export async function storeSpeakers(
  tx: Tx,
  transcriptId: string,
  speakers: readonly DraftSpeaker[],
): Promise<string[]> {
  const known = await tx.speaker.findMany({ where: { transcriptId } });
  const byLabel = new Map(known.map((speaker) => [speaker.label, speaker]));
  const ids: string[] = [];
  for (const { label, aliases, role, intervieweeId } of speakers) {
    const former = byLabel.get(label);
    const id = former?.id ?? randomUUID();
    ids.push(id);
    if (!former) {
      await tx.speaker.create({ data: { id, transcriptId, label, aliases, role, intervieweeId } });
    } else if (former.role !== role || former.intervieweeId !== intervieweeId) {
      await tx.speaker.update({ where: { id }, data: { role, intervieweeId } });
    }
  }
  return ids;
}

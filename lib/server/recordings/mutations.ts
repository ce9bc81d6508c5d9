import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { kindOfRecording, type RecordingKind } from "@/lib/domain/recording";
import type { Received } from "@/lib/schemas/imports";
import { RECORDING_LIMIT, type RemoveRecording } from "@/lib/schemas/recordings";
import { pool } from "@/lib/server/db";
import { known } from "@/lib/server/errors";
import { mutate } from "@/lib/server/history";
import { gathered, TooMuch } from "@/lib/server/imports/mutations/pieces";
import { Slots } from "@/lib/server/imports/mutations/slots";

export interface SentRecording {
  transcriptId: string;
  /** Made by the client: the same one sent twice is one. */
  id: string;
  name: string;
  /** What the browser says that it sends, in bytes; null where it does not. */
  length: number | null;
}

/** How long a sender may fall silent before the recording counts as cut off, in milliseconds. */
const PATIENCE = 30_000;
/** Recordings on their way at once, each with a megabyte in memory; the others wait unread. */
const places = new Slots(4);

/**
 * Keeps a recording with a transcript. Its pieces are stored as they come, none of them in a transaction that would last
 * as long as the sending; nobody sees it before all of it is there, and one that is cut off is deleted. Throws `too_large`
 * at the first byte above the limit; `invalid` at its first piece, where that is no sound that browsers play; `conflict`
 * where the transcript has a recording; `unavailable` where the sender falls silent.
 */
export async function receiveRecording(
  scope: StudyScope,
  file: SentRecording,
  body: ReadableStream<Uint8Array>,
): Promise<Received> {
  if ((file.length ?? 0) > RECORDING_LIMIT) throw tooLarge();
  const leave = await places.enter();
  try {
    const there = await begin(scope, file);
    if (there) await body.cancel();
    return there ?? (await keep(scope, file, body));
  } finally {
    leave();
  }
}

const tooLarge = () => new AppError("too_large", { detail: "recording_too_large" });
const another = () => new AppError("conflict", { detail: "recording_there" });

/** Makes the recording's row, or answers the one that an earlier sending made. */
async function begin(
  { studyId }: StudyScope,
  { transcriptId, id, name }: SentRecording,
): Promise<Received | null> {
  const made = await pool().query(
    `INSERT INTO "Recording" ("id", "transcriptId", "name") SELECT $1, t."id", $3 FROM "Transcript" t
     WHERE t."id" = $2 AND t."studyId" = $4
       AND NOT EXISTS (SELECT 1 FROM "Recording" r WHERE r."transcriptId" = t."id" AND r."readyAt" IS NOT NULL)
     ON CONFLICT ("id") DO NOTHING`,
    [id, transcriptId, name, studyId],
  );
  if (made.rowCount === 1) return null;
  const { rows } = await pool().query<Received>(
    `SELECT "id", "size", "sha256" FROM "Recording" WHERE "id" = $1 AND "transcriptId" = $2 AND "readyAt" IS NOT NULL`,
    [id, transcriptId],
  );
  if (!rows[0]) throw another();
  return rows[0];
}

async function keep(
  scope: StudyScope,
  file: SentRecording,
  body: ReadableStream<Uint8Array>,
): Promise<Received> {
  const { id, transcriptId } = file;
  try {
    const { kind, ...received } = await store(file, body);
    const { size, sha256 } = received;
    await mutate(scope, { id, kind: "recording.attach", transcriptId }, async (tx) => {
      await tx.recording.update({ where: { id }, data: { kind, size, sha256, readyAt: new Date() } });
      return { after: { recordingId: id, kind, size } };
    });
    return received;
  } catch (error) {
    await pool().query(`DELETE FROM "Recording" WHERE "id" = $1 AND "readyAt" IS NULL`, [id]);
    if (error instanceof TooMuch) throw tooLarge();
    // Another one was there first.
    throw !(error instanceof AppError) && known(error).code === "conflict" ? another() : error;
  }
}

async function store(
  { id, length }: SentRecording,
  body: ReadableStream<Uint8Array>,
): Promise<Received & { kind: RecordingKind }> {
  const hash = createHash("sha256");
  let size = 0;
  let kind: RecordingKind | null = null;
  for await (const piece of gathered(body, { most: RECORDING_LIMIT, patience: PATIENCE })) {
    kind ??= kindOfRecording(piece);
    if (!kind) break;
    hash.update(piece);
    await pool().query({
      name: "recording-store",
      text: `INSERT INTO "RecordingPiece" ("recordingId", "start", "data") VALUES ($1, $2, $3)`,
      values: [id, size, piece],
    });
    size += piece.length;
  }
  if (!kind) throw new AppError("invalid", { detail: "recording_unknown" });
  // A connection that is cut ends the body like one that is complete.
  if (length !== null && size !== length) throw new AppError("unavailable", { detail: "upload_cut_off" });
  return { id, size, sha256: hash.digest("hex"), kind };
}

/** Deletes a recording for good; the history keeps that it was there, and how large. Throws `not_found`. */
export function removeRecording(
  scope: StudyScope,
  { eventId, transcriptId, recordingId: id }: z.output<typeof RemoveRecording>,
) {
  return mutate(scope, { id: eventId, kind: "recording.remove", transcriptId }, async (tx) => {
    const recording = await tx.recording.findFirst({
      where: { id, transcriptId, transcript: { studyId: scope.studyId }, readyAt: { not: null } },
      select: { kind: true, size: true },
    });
    if (!recording) throw new AppError("not_found");
    await tx.recording.delete({ where: { id } });
    return { before: { recordingId: id, ...recording }, after: { recordingId: id } };
  });
}

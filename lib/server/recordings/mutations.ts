import "server-only";
import { createHash, randomUUID } from "node:crypto";
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

/** One sending of it: the same recording may be sent again while an earlier sending has not been found cut off. */
type Sending = SentRecording & { sendingId: string };

/** How long a sender may fall silent before the recording counts as cut off, in milliseconds. */
const PATIENCE = 30_000;
/** Recordings on their way at once, each with a megabyte in memory; the others wait unread. */
const places = new Slots(4);
/** How to stop the sendings on their way to this server, by what they send. */
const stops = new Map<string, AbortController>();

/**
 * Keeps a recording with a transcript. Its pieces are stored as they come, none of them in a transaction that would last
 * as long as the sending; nobody sees it before all of it is there, and one that is cut off is deleted. Sent again under
 * its id while an earlier sending is open, it begins anew at once, and the earlier one ends as cut off. Throws `too_large`
 * at the first byte above the limit; `invalid` at its first piece, where that is no sound that browsers play; `conflict`
 * where the transcript has a recording; `unavailable` where the sender falls silent.
 */
export async function receiveRecording(
  scope: StudyScope,
  file: SentRecording,
  body: ReadableStream<Uint8Array>,
): Promise<Received> {
  if ((file.length ?? 0) > RECORDING_LIMIT) throw tooLarge();
  const sending = { ...file, sendingId: randomUUID() };
  const key = `${file.transcriptId} ${file.id}`;
  const stop = new AbortController();
  // Whoever reloads the page need not wait until the first is found silent, nor for its place.
  stops.get(key)?.abort();
  stops.set(key, stop);
  const leave = await places.enter();
  try {
    // Sent again while it waited for its place: it may not take that of the later sending.
    if (stop.signal.aborted) throw cutOff();
    const there = await begin(scope, sending);
    if (there) await body.cancel();
    return there ?? (await keep(scope, sending, stoppable(body, stop.signal)));
  } finally {
    leave();
    if (stops.get(key) === stop) stops.delete(key);
  }
}

const stoppable = (body: ReadableStream<Uint8Array>, signal: AbortSignal) =>
  body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });

const tooLarge = () => new AppError("too_large", { detail: "recording_too_large" });
const another = () => new AppError("conflict", { detail: "recording_there" });
const cutOff = () => new AppError("unavailable", { detail: "upload_cut_off" });

/**
 * Makes the recording's row, takes over the one of a sending that is not complete, or answers the one that an earlier
 * sending completed.
 */
async function begin(
  { studyId }: StudyScope,
  { transcriptId, id, name, sendingId }: Sending,
): Promise<Received | null> {
  const made = await pool().query(
    `INSERT INTO "Recording" AS r ("id", "transcriptId", "name", "sendingId") SELECT $1, t."id", $3, $5 FROM "Transcript" t
     WHERE t."id" = $2 AND t."studyId" = $4
       AND NOT EXISTS (SELECT 1 FROM "Recording" o WHERE o."transcriptId" = t."id" AND o."readyAt" IS NOT NULL)
     ON CONFLICT ("id") DO UPDATE SET "name" = EXCLUDED."name", "sendingId" = EXCLUDED."sendingId"
       WHERE r."transcriptId" = EXCLUDED."transcriptId" AND r."readyAt" IS NULL`,
    [id, transcriptId, name, studyId, sendingId],
  );
  if (made.rowCount === 1) {
    // From here on no piece of an earlier sending is stored any more.
    await pool().query(`DELETE FROM "RecordingPiece" WHERE "recordingId" = $1`, [id]);
    return null;
  }
  const { rows } = await pool().query<Received>(
    `SELECT "id", "size", "sha256" FROM "Recording" WHERE "id" = $1 AND "transcriptId" = $2 AND "readyAt" IS NOT NULL`,
    [id, transcriptId],
  );
  if (!rows[0]) throw another();
  return rows[0];
}

async function keep(scope: StudyScope, file: Sending, body: ReadableStream<Uint8Array>): Promise<Received> {
  const { id, transcriptId, sendingId } = file;
  try {
    const { kind, ...received } = await store(file, body);
    const { size, sha256 } = received;
    await mutate(scope, { id, kind: "recording.attach", transcriptId }, async (tx) => {
      const data = { kind, size, sha256, readyAt: new Date() };
      const { count } = await tx.recording.updateMany({ where: { id, sendingId }, data });
      if (count === 0) throw cutOff();
      return { after: { recordingId: id, kind, size } };
    });
    return received;
  } catch (error) {
    await pool().query(`DELETE FROM "Recording" WHERE "id" = $1 AND "sendingId" = $2 AND "readyAt" IS NULL`, [
      id,
      sendingId,
    ]);
    if (error instanceof TooMuch) throw tooLarge();
    // Another one was there first.
    throw !(error instanceof AppError) && known(error).code === "conflict" ? another() : error;
  }
}

async function store(
  { id, length, sendingId }: Sending,
  body: ReadableStream<Uint8Array>,
): Promise<Received & { kind: RecordingKind }> {
  const hash = createHash("sha256");
  let size = 0;
  let kind: RecordingKind | null = null;
  for await (const piece of gathered(body, { most: RECORDING_LIMIT, patience: PATIENCE })) {
    kind ??= kindOfRecording(piece);
    if (!kind) break;
    hash.update(piece);
    // Locked against a sending that takes its place, which then finds all that this one has stored.
    const { rowCount } = await pool().query({
      name: "recording-store",
      text: `INSERT INTO "RecordingPiece" ("recordingId", "start", "data")
        SELECT "id", $3, $4 FROM "Recording" WHERE "id" = $1 AND "sendingId" = $2 FOR SHARE`,
      values: [id, sendingId, size, piece],
    });
    if (rowCount === 0) throw cutOff();
    size += piece.length;
  }
  if (!kind) throw new AppError("invalid", { detail: "recording_unknown" });
  // A connection that is cut ends the body like one that is complete.
  if (length !== null && size !== length) throw cutOff();
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

import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { hearing } from "@/lib/access/sight";
import type { Hearing, KeptRecording } from "@/lib/schemas/recordings";
import { pool } from "@/lib/server/db";

/**
 * Of a transcript `t`, in SQL: something of its talk was hidden, in it, in its other half, or in another part of the
 * interview. What has been put back since counts too, as it does for older versions (see GUARDED).
 */
const REDACTED = `EXISTS (SELECT 1 FROM "Transcript" o JOIN "TranscriptVersion" v ON v."transcriptId" = o."id"
  WHERE o."studyId" = t."studyId" AND (o."id" = t."id" OR o."pairId" = t."pairId" OR o."interviewId" = t."interviewId")
    AND (v."change" = 'redacted' OR (v."current" AND EXISTS (SELECT 1 FROM "Redaction" r WHERE r."versionId" = v."id"))))`;

interface Row {
  id: string;
  transcriptId: string;
  name: string;
  size: number;
  redacted: boolean;
}

/** The recording that is kept with a transcript, else the one with its other half; null where there is none. */
export async function recordingOf(scope: StudyScope, transcriptId: string): Promise<KeptRecording | null> {
  const { rows } = await pool().query<Row>({
    name: "recording-of",
    text: `SELECT r."id", r."transcriptId", r."name", r."size", ${REDACTED} AS redacted
      FROM "Transcript" own JOIN "Transcript" t ON t."studyId" = own."studyId" AND (t."id" = own."id" OR t."pairId" = own."pairId")
      JOIN "Recording" r ON r."transcriptId" = t."id" AND r."readyAt" IS NOT NULL
      WHERE own."id" = $1 AND own."studyId" = $2 ORDER BY t."id" = own."id" DESC LIMIT 1`,
    values: [transcriptId, scope.studyId],
  });
  const [row] = rows;
  if (!row) return null;
  const { redacted, name, ...recording } = row;
  const hears = hearing(scope.role, { redacted });
  return { ...recording, name: can(scope.role, "names.view") ? name : null, hears };
}

/** What it takes to hear the current version of a text. Throws `not_found`. */
export async function hearingOf(scope: StudyScope, transcriptId: string): Promise<Hearing> {
  const { rows } = await pool().query<Omit<Hearing, "recording">>({
    name: "recording-points",
    text: `SELECT v."id" AS "versionId", coalesce((SELECT json_agg(json_build_array(p."at", p."ms") ORDER BY p."ordinal")
        FROM "SyncPoint" p WHERE p."versionId" = v."id"), '[]') AS points
      FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
      WHERE t."id" = $1 AND t."studyId" = $2`,
    values: [transcriptId, scope.studyId],
  });
  if (!rows[0]) throw new AppError("not_found");
  return { ...rows[0], recording: await recordingOf(scope, transcriptId) };
}

export interface Playable {
  /** Its media type. */
  kind: string;
  size: number;
  sha256: string;
  /** The bytes from one place to another, half-open, a piece at a time. */
  read(start: number, end: number): ReadableStream<Uint8Array>;
}

/** A recording to play. Throws `not_found`; `forbidden` where the text hides something that this person may not see. */
export async function playable(scope: StudyScope, recordingId: string): Promise<Playable> {
  const { rows } = await pool().query<Omit<Playable, "read"> & { redacted: boolean }>({
    name: "recording-playable",
    text: `SELECT r."kind", r."size", r."sha256", ${REDACTED} AS redacted
      FROM "Recording" r JOIN "Transcript" t ON t."id" = r."transcriptId"
      WHERE r."id" = $1 AND t."studyId" = $2 AND r."readyAt" IS NOT NULL`,
    values: [recordingId, scope.studyId],
  });
  const [row] = rows;
  if (!row) throw new AppError("not_found");
  const { redacted, ...file } = row;
  if (!hearing(scope.role, { redacted })) throw new AppError("forbidden");
  return { ...file, read: (start, end) => stretchOf(recordingId, start, end) };
}

/** Fetched when the player has room for it, each piece by a query of its own: a slow one holds no connection. */
function stretchOf(recordingId: string, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { rows } = await pool().query<{ data: Buffer }>({
          name: "recording-piece",
          text: `SELECT substring(p."data" FROM $2::int - p."start" + 1 FOR $3::int) AS "data" FROM "RecordingPiece" p
            WHERE p."recordingId" = $1 AND p."start" <= $2 ORDER BY p."start" DESC LIMIT 1`,
          values: [recordingId, at, end - at],
        });
        const { data } = rows[0] ?? {};
        // Deleted while it was played.
        if (!data || data.length === 0) throw new AppError("not_found");
        at += data.length;
        controller.enqueue(new Uint8Array(data));
        if (at >= end) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";
import { asker, MINE, REPLACES } from "../data";

/**
 * Opens a batch under an id that the client made: opened twice, it is one. With a transcript, its file is to
 * take the place of that text. Throws `conflict` where the id is another's.
 */
export async function openBatch(
  { studyId, userId }: StudyScope,
  batchId: string,
  transcriptId: string | null = null,
): Promise<{ id: string }> {
  const choices = transcriptId === null ? null : JSON.stringify({ replaces: { transcriptId } });
  const { rowCount } = await pool().query(
    `INSERT INTO "ImportBatch" AS b ("id", "studyId", "createdById", "choices") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("id") DO UPDATE SET "studyId" = excluded."studyId"
     WHERE b."studyId" = $2 AND b."createdById" = $3 AND ${REPLACES} IS NOT DISTINCT FROM $5`,
    [batchId, studyId, userId, choices, transcriptId],
  );
  if (rowCount === 0) throw new AppError("conflict");
  return { id: batchId };
}

/** What a file leaves behind that becomes no transcript: its row, so that the list can say so. */
const EMPTIED = `"status" = 'cancelled', "leasedUntil" = NULL, "reading" = NULL, "facts" = NULL, "choices" = NULL`;

/**
 * Cancels files of a batch, or, without a list, the batch itself with all that come later. Their bytes
 * go at once. What is being stored, or has been, stays: a transcript is there whole or not at all.
 */
export async function cancelUploads(
  scope: StudyScope,
  batchId: string,
  uploads: readonly string[] | null,
): Promise<{ cancelled: string[] }> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    // A file that is on its way looks at this row last, and leaves nothing where the batch is cancelled.
    if (uploads === null)
      await client.query(
        `UPDATE "ImportBatch" b SET "cancelledAt" = now() WHERE ${MINE} AND b."id" = $4 AND "cancelledAt" IS NULL`,
        [...asker(scope), batchId],
      );
    const { rows } = await client.query<{ id: string }>(
      `UPDATE "Upload" u SET ${EMPTIED} FROM "ImportBatch" b
       WHERE b."id" = u."batchId" AND ${MINE} AND b."id" = $4
         AND u."status" IN ('received', 'reading', 'read', 'chosen', 'failed')
         AND ($5::uuid[] IS NULL OR u."id" = ANY($5)) RETURNING u."id"`,
      [...asker(scope), batchId, uploads],
    );
    const cancelled = rows.map(({ id }) => id);
    await client.query(`DELETE FROM "UploadChunk" WHERE "uploadId" = ANY($1)`, [cancelled]);
    await client.query("COMMIT");
    return { cancelled };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** Drops the bytes of files that became no transcript in the days that they are kept. Answers how many. */
export async function dropForgotten(days: number): Promise<number> {
  const { rowCount } = await pool().query(
    `WITH gone AS (
       UPDATE "Upload" SET ${EMPTIED}
       WHERE "status" IN ('read', 'failed') AND "createdAt" < now() - make_interval(days => $1)
       RETURNING "id")
     DELETE FROM "UploadChunk" c USING gone WHERE c."uploadId" = gone."id"`,
    [days],
  );
  return rowCount ?? 0;
}

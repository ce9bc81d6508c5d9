import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { BatchChoices, HandedOn, ImportChoices, ReplaceText } from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import { asker, MINE, REPLACES } from "../data";
import { wake } from "./jobs/wake";
import { makePlanned } from "./planned";

/** Keeps what a person has chosen so far for a file, so that the page can be opened anew. Throws `conflict` where the file is past choosing. */
export async function keepChoices(
  scope: StudyScope,
  uploadId: string,
  choices: ImportChoices,
): Promise<null> {
  const { rowCount } = await pool().query(
    `UPDATE "Upload" u SET "choices" = $5 FROM "ImportBatch" b
     WHERE b."id" = u."batchId" AND ${MINE} AND u."id" = $4
       AND u."status" IN ('received', 'reading', 'read', 'failed')`,
    [...asker(scope), uploadId, JSON.stringify(choices)],
  );
  if (rowCount === 0) throw new AppError("conflict", { detail: "upload_past_choosing" });
  return null;
}

/** Keeps choices for the files of a batch that have none of their own. */
export async function keepBatchChoices(
  scope: StudyScope,
  batchId: string,
  choices: BatchChoices,
): Promise<null> {
  // What is kept of a batch that replaces a text is which one: it has one file, and that its own choices.
  await pool().query(
    `UPDATE "ImportBatch" b SET "choices" = $5 WHERE ${MINE} AND b."id" = $4 AND ${REPLACES} IS NULL`,
    [...asker(scope), batchId, JSON.stringify(choices)],
  );
  return null;
}

/** A file and what was chosen for it. */
interface Chosen {
  id: string;
  choices: ImportChoices | HandedOn;
}

/**
 * Hands files on to be stored under these choices. A file that was stored or cancelled meanwhile stays
 * as it is, so the same request sent twice is the same as once. Answers which are on their way.
 */
export async function addUploads(scope: StudyScope, batchId: string, uploads: readonly Chosen[]) {
  await makePlanned(
    scope,
    uploads.map(({ choices }) => choices),
  );
  return handOn(scope, batchId, uploads, `'chosen'`, `AND u."reading" IS NOT NULL AND ${REPLACES} IS NULL`);
}

/**
 * Hands a file on to take the place of the text for which its batch was opened. Sent twice, it is as once.
 * Throws `conflict` where the file is cancelled or no longer to be had, `not_found` where its batch is for
 * another text.
 */
export async function replaceText(
  scope: StudyScope,
  { uploadId, choices, ...replaces }: z.output<typeof ReplaceText>,
): Promise<null> {
  const { rows } = await pool().query<{ batchId: string }>(
    `SELECT u."batchId" FROM "Upload" u JOIN "ImportBatch" b ON b."id" = u."batchId"
     WHERE ${MINE} AND u."id" = $4 AND ${REPLACES} = $5`,
    [...asker(scope), uploadId, replaces.transcriptId],
  );
  if (!rows[0]) throw new AppError("not_found");
  const chosen = [{ id: uploadId, choices: { ...choices, replaces } }];
  const { uploads } = await handOn(scope, rows[0].batchId, chosen, `'chosen'`, `AND u."reading" IS NOT NULL`);
  if (uploads.length === 0 && !(await onItsWay(uploadId)))
    throw new AppError("conflict", { detail: "upload_past_choosing" });
  return null;
}

async function onItsWay(uploadId: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT 1 FROM "Upload" WHERE "id" = $1 AND "status" IN ('chosen', 'storing', 'stored')`,
    [uploadId],
  );
  return rowCount === 1;
}

/** Has files read anew, as with an encoding that a person chose, or after a failure that may have passed. */
export const readAgain = (scope: StudyScope, batchId: string, uploads: readonly Chosen[]) =>
  handOn(scope, batchId, uploads, `'received'`, "");

async function handOn(
  scope: StudyScope,
  batchId: string,
  uploads: readonly Chosen[],
  status: "'chosen'" | "'received'",
  besides: string,
): Promise<{ uploads: string[] }> {
  const { rows } = await pool().query<{ id: string }>(
    `UPDATE "Upload" u SET "status" = ${status}, "choices" = w."choices"::jsonb, "problem" = NULL, "attempts" = 0, "leasedUntil" = NULL
     FROM "ImportBatch" b, unnest($5::uuid[], $6::text[]) AS w("id", "choices")
     WHERE b."id" = u."batchId" AND ${MINE} AND b."id" = $4 AND u."id" = w."id"
       AND u."status" IN ('read', 'failed') ${besides}
     RETURNING u."id"`,
    [
      ...asker(scope),
      batchId,
      uploads.map(({ id }) => id),
      uploads.map(({ choices }) => JSON.stringify(choices)),
    ],
  );
  await wake(pool());
  return { uploads: rows.map(({ id }) => id) };
}

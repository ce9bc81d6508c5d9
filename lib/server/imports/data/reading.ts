import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";
import { asker, MINE } from "./mine";

interface KeptReading {
  /** Names what was read: the bytes, and how their letters were taken. */
  stamp: string;
  /** Compressed JSON (gzip). */
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** What a file held, for whoever handed it in and those who may see originals. Throws `not_found` before it is read, and once it is stored. */
export async function readingOf(scope: StudyScope, uploadId: string): Promise<KeptReading> {
  const { rows } = await pool().query<{ stamp: string }>({
    name: "upload-reading-stamp",
    text: `SELECT u."sha256" || '-' || coalesce(u."facts"->>'encoding', '') AS stamp
      FROM "Upload" u JOIN "ImportBatch" b ON b."id" = u."batchId"
      WHERE ${MINE} AND u."id" = $4 AND u."reading" IS NOT NULL`,
    values: [...asker(scope), uploadId],
  });
  if (!rows[0]) throw new AppError("not_found");
  return { stamp: rows[0].stamp, bytes: () => compressed(uploadId) };
}

async function compressed(uploadId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { rows } = await pool().query<{ reading: Buffer | null }>(
    `SELECT "reading" FROM "Upload" WHERE "id" = $1`,
    [uploadId],
  );
  if (!rows[0]?.reading) throw new AppError("not_found");
  return new Uint8Array(rows[0].reading);
}

import "server-only";
import { pool } from "@/lib/server/db";

/** A piece of a file's bytes as it was handed in; null past the last. */
export async function pieceOf(uploadId: string, ordinal: number): Promise<Buffer | null> {
  const { rows } = await pool().query<{ data: Buffer }>({
    name: "upload-piece",
    text: `SELECT "data" FROM "UploadChunk" WHERE "uploadId" = $1 AND "ordinal" = $2`,
    values: [uploadId, ordinal],
  });
  return rows[0]?.data ?? null;
}

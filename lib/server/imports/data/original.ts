import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";

export interface Original {
  /** Without the folders it lay in. */
  name: string;
  size: number;
  sha256: string;
  /** The bytes as they were handed in, a piece at a time. */
  body: () => ReadableStream<Uint8Array>;
}

/** The file that a transcript was made of. Throws `not_found` where the file became none, or its bytes are gone. */
export async function originalOf({ studyId }: StudyScope, uploadId: string): Promise<Original> {
  const { rows } = await pool().query<{ name: string; size: number; sha256: string; pieces: number }>({
    name: "upload-original",
    text: `SELECT u."name", u."size", u."sha256",
        (SELECT count(*)::int FROM "UploadChunk" c WHERE c."uploadId" = u."id") AS pieces
      FROM "Upload" u JOIN "ImportBatch" b ON b."id" = u."batchId"
      WHERE u."id" = $1 AND b."studyId" = $2 AND u."transcriptId" IS NOT NULL`,
    values: [uploadId, studyId],
  });
  const [file] = rows;
  if (!file || (file.pieces === 0 && file.size > 0)) throw new AppError("not_found");
  const { name, size, sha256, pieces } = file;
  return { name: name.split("/").at(-1) ?? name, size, sha256, body: () => bodyOf(uploadId, pieces) };
}

/** A piece is fetched when the receiver has room for it, each by a query of its own: a slow one holds no connection. */
function bodyOf(uploadId: string, pieces: number): ReadableStream<Uint8Array> {
  let ordinal = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (ordinal === pieces) return controller.close();
        const { rows } = await pool().query<{ data: Buffer }>({
          name: "upload-piece",
          text: `SELECT "data" FROM "UploadChunk" WHERE "uploadId" = $1 AND "ordinal" = $2`,
          values: [uploadId, ordinal++],
        });
        if (!rows[0]) throw new AppError("not_found");
        controller.enqueue(new Uint8Array(rows[0].data));
      },
    },
    { highWaterMark: 0 },
  );
}

/** The originals of a study's transcripts, by transcript, the first handed in first. */
export async function originalsOf({
  studyId,
}: StudyScope): Promise<Map<string, { id: string; name: string }[]>> {
  const { rows } = await pool().query<{ transcriptId: string; id: string; name: string }>({
    name: "upload-originals",
    text: `SELECT u."transcriptId", u."id", u."name" FROM "Upload" u JOIN "Transcript" t ON t."id" = u."transcriptId"
      WHERE t."studyId" = $1 ORDER BY u."createdAt"`,
    values: [studyId],
  });
  const found = new Map<string, { id: string; name: string }[]>();
  for (const { transcriptId, ...upload } of rows)
    found.set(transcriptId, [...(found.get(transcriptId) ?? []), upload]);
  return found;
}

import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ListedOriginal } from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import { pieceOf } from "./piece";

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
        const piece = await pieceOf(uploadId, ordinal++);
        if (!piece) throw new AppError("not_found");
        controller.enqueue(new Uint8Array(piece));
      },
    },
    { highWaterMark: 0 },
  );
}

/** The originals of a study's transcripts, by transcript, the first handed in first. Nothing for those who may not see them. */
export async function originalsOf({ studyId, role }: StudyScope): Promise<Record<string, ListedOriginal[]>> {
  if (!can(role, "originals.view")) return {};
  const { rows } = await pool().query<ListedOriginal & { transcriptId: string }>({
    name: "upload-originals",
    text: `SELECT u."transcriptId", u."batchId", u."id", u."name" FROM "Upload" u
      JOIN "Transcript" t ON t."id" = u."transcriptId" WHERE t."studyId" = $1 ORDER BY u."createdAt"`,
    values: [studyId],
  });
  const found: Record<string, ListedOriginal[]> = {};
  for (const { transcriptId, ...original } of rows) {
    found[transcriptId] ??= [];
    found[transcriptId]?.push(original);
  }
  return found;
}

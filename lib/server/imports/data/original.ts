import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ListedOriginal } from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import { idFrom } from "./ids";
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

const LISTED = `
SELECT u."transcriptId", u."batchId", u."id", u."name", to_char(u."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "at"
FROM "Upload" u JOIN "Transcript" t ON t."id" = u."transcriptId"
WHERE t."studyId" = $1 AND ($2::uuid IS NULL OR t."id" = $2) ORDER BY u."createdAt", u."id"`;

type Row = Omit<ListedOriginal, "versionId"> & { transcriptId: string };

async function listed({ studyId, role }: StudyScope, transcriptId: string | null) {
  if (!can(role, "originals.view")) return [];
  const { rows } = await pool().query<Row>({
    name: "upload-originals",
    text: LISTED,
    values: [studyId, transcriptId],
  });
  return rows.map(({ transcriptId: of, ...original }) => ({
    transcriptId: of,
    original: { ...original, versionId: idFrom(original.id, "version") },
  }));
}

/** The originals of a study's transcripts, by transcript, the first handed in first. Nothing for those who may not see them. */
export async function originalsOf(scope: StudyScope): Promise<Record<string, ListedOriginal[]>> {
  const found: Record<string, ListedOriginal[]> = {};
  for (const { transcriptId, original } of await listed(scope, null)) {
    found[transcriptId] ??= [];
    found[transcriptId]?.push(original);
  }
  return found;
}

/** The files that a transcript's texts were made of, the first handed in first. Nothing for those who may not see them. */
export async function originalsOfTranscript(
  scope: StudyScope,
  transcriptId: string,
): Promise<ListedOriginal[]> {
  return (await listed(scope, transcriptId)).map(({ original }) => original);
}

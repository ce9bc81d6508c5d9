import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { type Received, UPLOADS_LIMIT } from "@/lib/schemas/imports";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { pool } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { asker, MINE } from "../data";
import { wake } from "./jobs/wake";
import { gathered, TooMuch } from "./pieces";
import { Slots } from "./slots";

export interface SentFile {
  batchId: string;
  /** Made by the client: the same file sent twice is one. */
  id: string;
  /** Its place in the batch, which no other file has. */
  position: number;
  name: string;
  /** What the browser says that it sends, in bytes; null where it does not. */
  length: number | null;
}

/** How long a sender may fall silent before the file counts as cut off, in milliseconds. */
const PATIENCE = 30_000;

/** Each file on its way holds a connection, so that it is there whole or not at all; the others wait unread. */
const slots = () => {
  places ??= new Slots(Math.max(1, Math.floor(env().DATABASE_POOL / 3)));
  return places;
};
let places: Slots | undefined;

/**
 * Takes in a file as it comes: never more of it in memory than a piece, all of it in one transaction, and
 * then a worker is woken. A file that is cut off leaves nothing, and is sent again under the same id.
 * Throws `too_large` at the first byte above the limit, `conflict` where the batch is cancelled or full or
 * the place is taken, `unavailable` where the sender falls silent.
 */
export async function receiveUpload(
  scope: StudyScope,
  file: SentFile,
  body: ReadableStream<Uint8Array>,
): Promise<Received> {
  if ((file.length ?? 0) > FILE_LIMIT) throw tooLarge();
  const leave = await slots().enter();
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const there = await begin(client, scope, file);
    const received = there ?? (await store(client, scope, file, body));
    await client.query("COMMIT");
    if (there) await body.cancel();
    return received;
  } catch (error) {
    await client.query("ROLLBACK").catch((fault: Error) => {
      broken = fault;
    });
    throw error instanceof TooMuch ? tooLarge() : error;
  } finally {
    client.release(broken);
    leave();
  }
}

const tooLarge = () => new AppError("too_large", { detail: "file_too_large" });

/** Makes the file's row, or answers the one that an earlier sending made. */
async function begin(
  client: PoolClient,
  scope: StudyScope,
  { batchId, id, position, name }: SentFile,
): Promise<Received | null> {
  await admit(client, scope, batchId, "");
  const made = await client.query(
    `INSERT INTO "Upload" ("id", "batchId", "position", "name", "size", "sha256") VALUES ($1, $2, $3, $4, 0, '')
     ON CONFLICT DO NOTHING`,
    [id, batchId, position, name],
  );
  if (made.rowCount === 1) return null;
  const earlier = await client.query<Received>(
    `SELECT "id", "size", "sha256" FROM "Upload" WHERE "id" = $1 AND "batchId" = $2`,
    [id, batchId],
  );
  // Another batch's id, or another file's place.
  if (!earlier.rows[0]) throw new AppError("conflict");
  return earlier.rows[0];
}

/** Whether the batch takes files. With a lock, until the transaction ends. */
async function admit(
  client: PoolClient,
  scope: StudyScope,
  batchId: string,
  lock: "" | "FOR SHARE OF b",
): Promise<void> {
  const { rows } = await client.query<{ cancelled: boolean; files: number }>(
    `SELECT b."cancelledAt" IS NOT NULL AS cancelled,
       (SELECT count(*)::int FROM "Upload" u WHERE u."batchId" = b."id") AS files
     FROM "ImportBatch" b WHERE ${MINE} AND b."id" = $4 ${lock}`,
    [...asker(scope), batchId],
  );
  const [batch] = rows;
  if (!batch) throw new AppError("not_found");
  if (batch.cancelled) throw new AppError("conflict", { detail: "batch_cancelled" });
  if (batch.files > UPLOADS_LIMIT) throw new AppError("conflict", { detail: "batch_full" });
}

async function store(
  client: PoolClient,
  scope: StudyScope,
  { batchId, id, length }: SentFile,
  body: ReadableStream<Uint8Array>,
): Promise<Received> {
  const hash = createHash("sha256");
  let size = 0;
  let ordinal = 0;
  for await (const piece of gathered(body, { most: FILE_LIMIT, patience: PATIENCE })) {
    hash.update(piece);
    size += piece.length;
    await client.query({
      name: "upload-chunk",
      text: `INSERT INTO "UploadChunk" ("uploadId", "ordinal", "data") VALUES ($1, $2, $3)`,
      values: [id, ordinal++, piece],
    });
  }
  // A connection that is cut ends the body like one that is complete.
  if (length !== null && size !== length) throw new AppError("unavailable", { detail: "upload_cut_off" });
  const sha256 = hash.digest("hex");
  // Cancelling waits for no file that is on its way: the file finds out here.
  await admit(client, scope, batchId, "FOR SHARE OF b");
  await client.query(`UPDATE "Upload" SET "size" = $2, "sha256" = $3 WHERE "id" = $1`, [id, size, sha256]);
  await wake(client);
  return { id, size, sha256 };
}

import "server-only";
import { AppError } from "@/lib/access/errors";
import { ImportChoices, type UploadStatus } from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import type { Job } from "./lease";

/**
 * The transcript that a file's is to be the other language of: one that is there, or what another file
 * of the batch became. "later" where that file is still on its way. Of two that name each other, the
 * first in the batch goes first. Throws `conflict` where the other file became none.
 */
export async function partnerOf(
  { id, batchId }: Job,
  { pairWith }: ImportChoices,
): Promise<string | null | "later"> {
  if (pairWith === null) return null;
  if (pairWith.is === "transcript") return pairWith.id;
  const { rows } = await pool().query<{
    status: UploadStatus;
    transcriptId: string | null;
    choices: unknown;
    after: boolean;
  }>(
    `SELECT o."status", o."transcriptId", o."choices", o."position" > u."position" AS after
     FROM "Upload" o JOIN "Upload" u ON u."id" = $1 WHERE o."id" = $2 AND o."batchId" = $3`,
    [id, pairWith.id, batchId],
  );
  const [other] = rows;
  const back = ImportChoices.safeParse(other?.choices).data?.pairWith;
  const mutual = back?.is === "upload" && back.id === id;
  if (other?.status === "stored" && other.transcriptId) return other.transcriptId;
  if (mutual && other?.after) return null;
  if (other?.status === "chosen" || other?.status === "storing") return "later";
  throw new AppError("conflict", { detail: "pair_not_there" });
}

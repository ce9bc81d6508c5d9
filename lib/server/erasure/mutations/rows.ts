import "server-only";
import type { Tx } from "@/lib/server/history";
import type { Reach } from "../data";

/**
 * Deletes the rows of an erasure. What hangs on a transcript goes with it by its keys, in whatever table; the large ones
 * and those that would stand in the way go first and all at once. What is left of a pair is a transcript by itself.
 */
export async function deleteRows(tx: Tx, studyId: string, reach: Reach): Promise<void> {
  const { person, transcriptIds, interviewIds, uploadIds, memoIds, pseudonymIds } = reach;
  await tx.$executeRawUnsafe(
    `INSERT INTO "Erased" ("id", "studyId", "kind") SELECT e.id, $1::uuid, e.kind::"ErasedKind"
     FROM unnest($2::uuid[], $3::text[]) AS e(id, kind)`,
    studyId,
    [...transcriptIds, ...interviewIds, ...(person ? [person.id] : [])],
    [
      ...transcriptIds.map(() => "transcript"),
      ...interviewIds.map(() => "interview"),
      ...(person ? ["interviewee"] : []),
    ],
  );
  const within = (ids: readonly string[]) => ({ id: { in: [...ids] } });
  await tx.memo.deleteMany({ where: { studyId, ...within(memoIds) } });
  await unpair(tx, transcriptIds);
  for (const statement of IN_TRANSCRIPTS) await tx.$executeRawUnsafe(statement, transcriptIds);
  await deleteFiles(tx, uploadIds);
  await tx.pseudonym.deleteMany({ where: { studyId, ...within(pseudonymIds) } });
  await tx.interview.deleteMany({ where: { studyId, ...within(interviewIds) } });
  if (person) await tx.interviewee.deleteMany({ where: { id: person.id, studyId } });
}

const OF_SEGMENTS = `"segmentId" IN (SELECT "id" FROM "Segment" WHERE "transcriptId" = ANY($1::uuid[]))`;
/** A segment stands in the way of its version, so all of them go before. */
const IN_TRANSCRIPTS = [
  `DELETE FROM "CodeExample" WHERE ${OF_SEGMENTS}`,
  `DELETE FROM "Coding" WHERE ${OF_SEGMENTS}`,
  `DELETE FROM "Segment" WHERE "transcriptId" = ANY($1::uuid[])`,
  `DELETE FROM "Transcript" WHERE "id" = ANY($1::uuid[])`,
];

async function unpair(tx: Tx, transcriptIds: readonly string[]): Promise<void> {
  const left = await tx.$queryRawUnsafe<{ id: string }[]>(
    `UPDATE "Transcript" o SET "pairId" = NULL FROM "Transcript" t
     WHERE t."id" = ANY($1::uuid[]) AND o."pairId" = t."pairId" AND o."id" <> ALL($1::uuid[]) RETURNING o."id"`,
    transcriptIds,
  );
  await tx.$executeRawUnsafe(
    `UPDATE "Turn" SET "align" = NULL WHERE "align" IS NOT NULL
     AND "versionId" IN (SELECT "id" FROM "TranscriptVersion" WHERE "transcriptId" = ANY($1::uuid[]))`,
    left.map(({ id }) => id),
  );
}

/** Choices that were kept for the other files of a batch may name who speaks in this one: they go too, and empty batches. */
async function deleteFiles(tx: Tx, uploadIds: readonly string[]): Promise<void> {
  const files = await tx.$queryRawUnsafe<{ batchId: string }[]>(
    `DELETE FROM "Upload" WHERE "id" = ANY($1::uuid[]) RETURNING "batchId"`,
    uploadIds,
  );
  const batches = [...new Set(files.map(({ batchId }) => batchId))];
  await tx.importBatch.deleteMany({ where: { id: { in: batches }, uploads: { none: {} } } });
  await tx.$executeRawUnsafe(
    `UPDATE "ImportBatch" SET "choices" = NULL WHERE "id" = ANY($1::uuid[])`,
    batches,
  );
}

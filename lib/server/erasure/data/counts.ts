import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { ErasePreview, Erasing } from "@/lib/schemas/erasure";
import type { Tx } from "@/lib/server/history";
import type { Reach } from "./reach";

const COUNTS = `
WITH version AS (SELECT "id" FROM "TranscriptVersion" WHERE "transcriptId" = ANY($1::uuid[])),
segment AS (SELECT "id" FROM "Segment" WHERE "transcriptId" = ANY($1::uuid[]))
SELECT (SELECT count(*)::int FROM "Interview" WHERE "id" = ANY($2::uuid[])) AS interviews,
  (SELECT count(*)::int FROM version) AS versions,
  (SELECT count(*)::int FROM segment) AS segments,
  (SELECT count(*)::int FROM "Coding" WHERE "segmentId" IN (SELECT "id" FROM segment)) AS codings,
  (SELECT count(*)::int FROM "Passage" WHERE "versionId" IN (SELECT "id" FROM version)) AS passages,
  (SELECT count(*)::int FROM "CodeExample" WHERE "segmentId" IN (SELECT "id" FROM segment)) AS examples,
  (SELECT count(*)::int FROM "Recording" WHERE "transcriptId" = ANY($1::uuid[])) AS recordings,
  (SELECT count(*)::int FROM "HistoryEvent" WHERE "transcriptId" = ANY($1::uuid[])) AS events`;

/** How much of each kind an erasure reaches. Of events, those in the transcripts: how many others tell of it is known when it is done. */
export async function countReach(tx: Tx, reach: Reach): Promise<Erasing> {
  const { transcriptIds, interviewIds, memoIds, uploadIds, pseudonymIds } = reach;
  const [counted] = await tx.$queryRawUnsafe<
    Omit<Erasing, "transcripts" | "memos" | "files" | "pseudonyms">[]
  >(COUNTS, transcriptIds, interviewIds);
  if (!counted) throw new Error("a SELECT without FROM answers one row");
  return {
    ...counted,
    transcripts: transcriptIds.length,
    memos: memoIds.length,
    files: uploadIds.length,
    pseudonyms: pseudonymIds.length,
  };
}

/** The segments of transcripts by who made them, those with most first; who is blind in a round is told of their own alone. */
export async function codersOf(
  tx: Tx,
  { userId, blind }: StudyScope,
  transcriptIds: readonly string[],
): Promise<ErasePreview["coders"]> {
  const rows = await tx.$queryRawUnsafe<{ id: string; name: string; segments: number }[]>(
    `SELECT u."id", u."name", count(*)::int AS segments FROM "Segment" g JOIN "User" u ON u."id" = g."coderId"
     WHERE g."transcriptId" = ANY($1::uuid[]) AND g."deletedAt" IS NULL AND ($2::uuid IS NULL OR g."coderId" = $2) GROUP BY u."id" ORDER BY 3 DESC, u."name"`,
    [...transcriptIds],
    blind ? userId : null,
  );
  return rows.map((row) => ({ ...row, own: row.id === userId }));
}

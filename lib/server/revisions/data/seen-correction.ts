import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Corrected } from "@/lib/schemas/revisions";
import { seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";

/** What a correction answers, as far as the person who made it sees codings: every segment moves, and theirs are counted while they are blind. */
export async function seenCorrection(scope: StudyScope, corrected: Corrected): Promise<Corrected> {
  if (!scope.blind) return corrected;
  const { rows } = await pool().query<{ placed: number; queued: number }>(
    `SELECT count(*) FILTER (WHERE g."versionId" = $1)::int AS placed, count(*) FILTER (WHERE g."versionId" <> $1)::int AS queued
     FROM ${seenSegments(scope)} g WHERE g."transcriptId" = $2 AND g."studyId" = $3 AND g."deletedAt" IS NULL`,
    [corrected.versionId, corrected.transcriptId, scope.studyId],
  );
  return { ...corrected, ...rows[0] };
}

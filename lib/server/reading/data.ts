import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { RECENT_LIMIT } from "@/lib/schemas/reading";
import { pool } from "@/lib/server/db";

/**
 * Where the person stopped reading a transcript, in UTF-16 code units into its current version; null where they
 * have not begun. A place kept in an older version is taken for one as far down the text.
 */
export async function placeOf(scope: StudyScope, transcriptId: string): Promise<number | null> {
  const { rows } = await pool().query<{ offset: number }>({
    name: "reading-place",
    text: `SELECT CASE WHEN kept."id" = v."id" OR kept."length" = 0 THEN p."offset"
        ELSE (p."offset"::float * v."length" / kept."length")::int END AS "offset"
      FROM "ReadingPlace" p
      JOIN "Transcript" t ON t."id" = p."transcriptId" AND t."studyId" = $2
      JOIN "TranscriptVersion" kept ON kept."id" = p."versionId"
      JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
      WHERE p."transcriptId" = $1 AND p."userId" = $3`,
    values: [transcriptId, scope.studyId, scope.userId],
  });
  return rows[0]?.offset ?? null;
}

/** The codes that the person used last in the study, the latest first; without those out of use. */
export async function recentCodes(scope: StudyScope): Promise<string[]> {
  const { rows } = await pool().query<{ codeId: string }>({
    name: "recent-codes",
    text: `SELECT r."codeId" FROM "RecentCode" r
      JOIN "Code" c ON c."id" = r."codeId" AND c."studyId" = $3 AND c."retiredAt" IS NULL
      WHERE r."studyId" = $1 AND r."userId" = $2 ORDER BY r."at" DESC LIMIT $4`,
    values: [scope.studyId, scope.userId, scope.codebookStudyId, RECENT_LIMIT],
  });
  return rows.map(({ codeId }) => codeId);
}

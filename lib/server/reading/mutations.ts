import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { KeepPlace, KeepRecent } from "@/lib/schemas/reading";
import { pool } from "@/lib/server/db";

/** Keeps where the person is, for when they come back; of a version that is none of the transcript's, nothing. */
export async function keepPlace(
  scope: StudyScope,
  { transcriptId, versionId, offset }: KeepPlace,
): Promise<void> {
  await pool().query({
    name: "reading-place-keep",
    text: `INSERT INTO "ReadingPlace" ("transcriptId", "userId", "versionId", "offset")
      SELECT v."transcriptId", $3, v."id", least($4, v."length") FROM "TranscriptVersion" v
      JOIN "Transcript" t ON t."id" = v."transcriptId" AND t."studyId" = $5
      WHERE v."id" = $2 AND v."transcriptId" = $1
      ON CONFLICT ("transcriptId", "userId") DO UPDATE
      SET "versionId" = EXCLUDED."versionId", "offset" = EXCLUDED."offset", "at" = now()`,
    values: [transcriptId, versionId, scope.userId, offset, scope.studyId],
  });
}

/** Keeps the order in which the person used codes last; what is no code of the study's codebook is left out. */
export async function keepRecent(scope: StudyScope, { codeIds }: KeepRecent): Promise<void> {
  await pool().query({
    name: "recent-codes-keep",
    text: `INSERT INTO "RecentCode" ("studyId", "userId", "codeId", "at")
      SELECT $1, $2, c."id", now() - min(w.n) * interval '1 millisecond'
      FROM unnest($3::uuid[]) WITH ORDINALITY AS w(id, n)
      JOIN "Code" c ON c."id" = w.id AND c."studyId" = $4 GROUP BY c."id"
      ON CONFLICT ("studyId", "userId", "codeId") DO UPDATE SET "at" = EXCLUDED."at"`,
    values: [scope.studyId, scope.userId, codeIds, scope.codebookStudyId],
  });
}

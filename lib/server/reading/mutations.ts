import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { KeepPlace } from "@/lib/schemas/reading";
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

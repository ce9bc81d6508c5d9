import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Rows } from "./stored";

/** Of a version `v`, in SQL: it is older than a redaction, so its text may hold names that are hidden now. */
export const GUARDED = `EXISTS (SELECT 1 FROM "TranscriptVersion" r WHERE r."transcriptId" = v."transcriptId"
  AND r."change" = 'redacted' AND r."number" > v."number")`;

/**
 * Whether a version of the transcript may be read by this person. Throws `not_found` where the transcript
 * has no such version, `forbidden` where it is older than a redaction and the person may not see originals.
 */
export async function requireOpenVersion(
  rows: Rows,
  scope: StudyScope,
  transcriptId: string,
  versionId: string,
): Promise<void> {
  const [version] = await rows<{ guarded: boolean }>(
    `SELECT ${GUARDED} AS guarded FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
     WHERE v."id" = $1::uuid AND t."id" = $2::uuid AND t."studyId" = $3::uuid`,
    versionId,
    transcriptId,
    scope.studyId,
  );
  if (!version) throw new AppError("not_found");
  if (version.guarded && !can(scope.role, "originals.view")) throw new AppError("forbidden");
}

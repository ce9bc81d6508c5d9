import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { CodebookChange } from "@/lib/schemas/codebook-views";
import { pool } from "@/lib/server/db";

/** Looked back at in the codebook itself; the study's history has them all. */
const MOST = 30;

const CHANGES = `
SELECT e."id", e."kind", e."at", u."name" AS by, e."after"->'about' AS about, e."actorId" = $2 AS own,
  EXISTS (SELECT 1 FROM "HistoryEvent" x WHERE x."undoes" = e."id") AS undone
FROM "HistoryEvent" e JOIN "User" u ON u."id" = e."actorId"
WHERE e."studyId" = $1 AND e."kind" LIKE 'code.%' AND e."transcriptId" IS NULL AND e."after" ? 'about'
ORDER BY e."seq" DESC LIMIT ${MOST}`;

/** The latest changes of the codebook made in this study, the newest first. */
export async function listChanges({ studyId, userId }: StudyScope): Promise<CodebookChange[]> {
  const { rows } = await pool().query<CodebookChange>({
    name: "codebook-changes",
    text: CHANGES,
    values: [studyId, userId],
  });
  return rows;
}

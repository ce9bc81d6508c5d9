import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { CodebookChange } from "@/lib/schemas/codebook-views";
import { pool } from "@/lib/server/db";

/** Looked back at in the codebook itself, besides every merge that stands; the study's history has them all. */
const MOST = 30;

const CHANGES = `
SELECT c."id", c."kind", c."at", u."name" AS by, c."after"->'about' AS about, c."actorId" = $2 AS own, c.undone
FROM (
  SELECT e.*, row_number() OVER (ORDER BY e."seq" DESC) AS n,
    EXISTS (SELECT 1 FROM "HistoryEvent" x WHERE x."undoes" = e."id") AS undone
  FROM "HistoryEvent" e WHERE e."studyId" = $1 AND e."kind" LIKE 'code.%' AND e."transcriptId" IS NULL
) c JOIN "User" u ON u."id" = c."actorId"
WHERE (c.n <= ${MOST} OR (c."kind" = 'code.merge' AND NOT c.undone)) AND c."after" ? 'about'
ORDER BY c."seq" DESC`;

/** The latest changes of the codebook made in this study, the newest first. */
export async function listChanges({ studyId, userId }: StudyScope): Promise<CodebookChange[]> {
  const { rows } = await pool().query<CodebookChange>({
    name: "codebook-changes",
    text: CHANGES,
    values: [studyId, userId],
  });
  return rows;
}

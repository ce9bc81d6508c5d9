import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { SplitItem } from "@/lib/schemas/codebook-views";
import { named, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";

/** Shown at once; the rest come when these have been given. */
const MOST = 2000;
/** Of a quotation, in UTF-16 code units: enough to decide by. */
const QUOTE = 600;

const segmentsFor = (scope: StudyScope) => `
SELECT c."id" AS "codingId", s."id" AS "segmentId", s."transcriptId", t."title", t."language", left(s."quote", ${QUOTE}) AS quote, u."name" AS coder
FROM "Coding" c JOIN ${seenSegments(scope)} s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
JOIN "Transcript" t ON t."id" = s."transcriptId" JOIN "User" u ON u."id" = c."coderId"
WHERE c."studyId" = $1 AND c."codeId" = $2 AND c."deletedAt" IS NULL
ORDER BY t."title", t."id", s."start", s."end" DESC, u."name", c."id" LIMIT ${MOST}`;

/** The codings of a code in this study that the member sees, whoever made them, in the order of the texts. */
export async function segmentsOfCode(scope: StudyScope, codeId: string): Promise<SplitItem[]> {
  const { rows } = await pool().query<SplitItem>({
    ...named(scope, "codebook-segments"),
    text: segmentsFor(scope),
    values: [scope.studyId, codeId],
  });
  return rows;
}

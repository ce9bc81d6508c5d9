import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { FormerMeaning, ReviewCoder, ReviewItem } from "@/lib/schemas/codebook-views";
import { named, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";

/** Shown at once; the rest come as these are worked off. */
const MOST = 1000;

/** Codings made before the last change of what their code means. */
const dueFor = (
  scope: StudyScope,
) => `FROM "Coding" c JOIN "Code" k ON k."id" = c."codeId" AND c."revision" < k."meaningSince"
JOIN ${seenSegments(scope)} s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
WHERE c."studyId" = $1 AND c."deletedAt" IS NULL`;

const itemsFor = (scope: StudyScope) => `
SELECT d."codingId", d."segmentId", d."codeId", d."revision", d."transcriptId", d."quote", t."title", t."language" FROM (
  SELECT c."id" AS "codingId", c."segmentId", c."codeId", c."revision", s."transcriptId", s."start", s."end", s."quote"
  ${dueFor(scope)} AND c."coderId" = $2
) d JOIN "Transcript" t ON t."id" = d."transcriptId"
ORDER BY d."codeId", d."revision", t."title", t."id", d."start", d."end" DESC, d."codingId" LIMIT ${MOST}`;

/** The person's own codings that are to be looked at again: code by code, in the order of the text. */
export async function listReview(scope: StudyScope): Promise<ReviewItem[]> {
  const { rows } = await pool().query<ReviewItem>({
    ...named(scope, "codebook-review"),
    text: itemsFor(scope),
    values: [scope.studyId, scope.userId],
  });
  return rows;
}

/** How many codings each coder of the study is to look at again. */
export async function reviewByCoder(scope: StudyScope): Promise<ReviewCoder[]> {
  const { rows } = await pool().query<ReviewCoder>({
    ...named(scope, "codebook-review-coders"),
    text: `SELECT u."id", u."name", d.due FROM (SELECT c."coderId", count(*)::int AS due ${dueFor(scope)} GROUP BY c."coderId") d
      JOIN "User" u ON u."id" = d."coderId" ORDER BY u."name", u."id"`,
    values: [scope.studyId],
  });
  return rows;
}

const FORMER = `
SELECT p."codeId", p."revision", code
FROM unnest($2::uuid[], $3::int[]) AS p("codeId", "revision")
CROSS JOIN LATERAL (
  SELECT r."snapshot" FROM "CodebookRevision" r WHERE r."studyId" = $1 AND r."number" <= p."revision" ORDER BY r."number" DESC LIMIT 1
) r CROSS JOIN LATERAL jsonb_array_elements(r."snapshot"->'codes') AS code
WHERE code->>'id' = p."codeId"::text`;

/** What the codes meant when these codings were made; nothing of those made before the first revision. */
export async function formerMeanings(
  { codebookStudyId }: StudyScope,
  items: readonly ReviewItem[],
): Promise<FormerMeaning[]> {
  const pairs = [...new Map(items.map((item) => [`${item.codeId} ${item.revision}`, item])).values()];
  const { rows } = await pool().query<FormerMeaning>({
    name: "codebook-former",
    text: FORMER,
    values: [codebookStudyId, pairs.map(({ codeId }) => codeId), pairs.map(({ revision }) => revision)],
  });
  return rows;
}

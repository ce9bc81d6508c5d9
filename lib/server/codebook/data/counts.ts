import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { CodeCounts } from "@/lib/schemas/codebook-views";
import { pool } from "@/lib/server/db";

/**
 * Each code with itself and all above it, so that a segment counts once for a code, however many of those below it
 * lie on it. A segment counts for the interviewees in whose turns it lies.
 */
const COUNTS = `
WITH RECURSIVE up AS (
  SELECT "id" AS "codeId", "id" AS above, "parentId", "meaningSince" FROM "Code" WHERE "studyId" = $2
  UNION ALL
  SELECT u."codeId", p."id", p."parentId", u."meaningSince" FROM up u JOIN "Code" p ON p."id" = u."parentId"
), coded AS MATERIALIZED (
  SELECT c."codeId", c."segmentId", c."coderId" = $3 AS own, c."revision", sp."intervieweeId"
  FROM "Coding" c
  JOIN "Segment" s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
  LEFT JOIN "Turn" t ON t."versionId" = s."versionId" AND t."start" < s."end" AND t."end" > s."start"
  LEFT JOIN "Speaker" sp ON sp."id" = t."speakerId" AND sp."role" = 'interviewee'
  WHERE c."studyId" = $1 AND c."deletedAt" IS NULL
)
SELECT u.above AS id,
  count(DISTINCT k."segmentId") FILTER (WHERE u."codeId" = u.above)::int AS a,
  count(DISTINCT k."intervieweeId") FILTER (WHERE u."codeId" = u.above)::int AS b,
  count(DISTINCT k."segmentId") FILTER (WHERE u."codeId" = u.above AND k.own)::int AS c,
  count(DISTINCT k."intervieweeId") FILTER (WHERE u."codeId" = u.above AND k.own)::int AS d,
  count(DISTINCT k."segmentId")::int AS e,
  count(DISTINCT k."intervieweeId")::int AS f,
  count(DISTINCT k."segmentId") FILTER (WHERE k.own)::int AS g,
  count(DISTINCT k."intervieweeId") FILTER (WHERE k.own)::int AS h,
  count(DISTINCT k."segmentId") FILTER (WHERE u."codeId" = u.above AND k.own AND k."revision" < u."meaningSince")::int AS due
FROM up u JOIN coded k ON k."codeId" = u."codeId" GROUP BY u.above`;

type Row = { id: string } & Record<"a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "due", number>;

/** How much each code is used in this study, by everybody and by the person; codes that are not are left out. */
export async function countCodes(scope: StudyScope): Promise<CodeCounts> {
  const { rows } = await pool().query<Row>({
    name: "codebook-counts",
    text: COUNTS,
    values: [scope.studyId, scope.codebookStudyId, scope.userId],
  });
  return Object.fromEntries(
    rows.map(({ id, a, b, c, d, e, f, g, h, due }) => [
      id,
      { itself: { all: [a, b], own: [c, d] }, within: { all: [e, f], own: [g, h] }, due },
    ]),
  );
}

/** Changes whenever a count might: with every event of the study, and of the one whose codebook it uses. */
export async function countsTag({ studyId, codebookStudyId, userId }: StudyScope): Promise<string> {
  const { rows } = await pool().query<{ tag: string }>({
    name: "codebook-counts-tag",
    text: `SELECT s."seq" || ':' || h."seq" AS tag FROM "Study" s, "Study" h WHERE s."id" = $1 AND h."id" = $2`,
    values: [studyId, codebookStudyId],
  });
  return `${rows[0]?.tag ?? "none"}:${userId}`;
}

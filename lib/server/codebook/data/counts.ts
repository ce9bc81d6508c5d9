import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { CodeCounts } from "@/lib/schemas/codebook-views";
import { pool } from "@/lib/server/db";

/**
 * A segment counts once for a code, however many of those below it lie on it, and for the interviewees in whose
 * turns it lies. What counts once for a code itself is unique already, so that only codes with others below them
 * have their segments told apart; and a segment finds its turns in a list of its version's, which takes a few steps
 * where a join would look at all of them.
 */
const COUNTS = `
WITH RECURSIVE up AS (
  SELECT "id" AS "codeId", "id" AS above, "parentId" FROM "Code" WHERE "studyId" = $2
  UNION ALL
  SELECT u."codeId", p."id", p."parentId" FROM up u JOIN "Code" p ON p."id" = u."parentId"
), parents AS (
  SELECT DISTINCT "parentId" AS id FROM "Code" WHERE "studyId" = $2 AND "parentId" IS NOT NULL
), coded AS MATERIALIZED (
  SELECT c."codeId", s."id" AS "segmentId", s."coderId" = $3 AS own, c."revision", s."versionId", s."start", s."end"
  FROM "Coding" c JOIN "Segment" s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
  WHERE c."studyId" = $1 AND c."deletedAt" IS NULL
), talk AS MATERIALIZED (
  SELECT t."versionId", array_agg(t."start" ORDER BY t."start") AS starts, array_agg(t."end" ORDER BY t."start") AS ends,
    array_agg(sp."intervieweeId" ORDER BY t."start") AS people
  FROM "Turn" t LEFT JOIN "Speaker" sp ON sp."id" = t."speakerId" AND sp."role" = 'interviewee'
  WHERE t."versionId" IN (SELECT "versionId" FROM coded) GROUP BY t."versionId"
), heard AS (
  SELECT DISTINCT k."codeId", k.own, unnest(t.people[
      width_bucket(k."start", t.starts) + (coalesce(t.ends[width_bucket(k."start", t.starts)], 0) <= k."start")::int
      : width_bucket(k."end" - 1, t.starts)]) AS "intervieweeId"
  FROM coded k JOIN talk t ON t."versionId" = k."versionId"
), itself AS (
  SELECT k."codeId" AS id, count(*) AS a, count(*) FILTER (WHERE own) AS c,
    count(*) FILTER (WHERE own AND k."revision" < d."meaningSince") AS due
  FROM coded k JOIN "Code" d ON d."id" = k."codeId" GROUP BY k."codeId"
), below AS (
  SELECT u.above AS id, count(*) AS e, count(*) FILTER (WHERE own) AS g FROM (
    SELECT DISTINCT u.above, k."segmentId", k.own FROM coded k JOIN up u ON u."codeId" = k."codeId"
    WHERE u.above IN (SELECT id FROM parents)
  ) u GROUP BY u.above
), people AS (
  SELECT u.above AS id,
    count(DISTINCT h."intervieweeId") FILTER (WHERE u."codeId" = u.above) AS b,
    count(DISTINCT h."intervieweeId") FILTER (WHERE u."codeId" = u.above AND h.own) AS d,
    count(DISTINCT h."intervieweeId") AS f,
    count(DISTINCT h."intervieweeId") FILTER (WHERE h.own) AS h
  FROM up u JOIN heard h ON h."codeId" = u."codeId" GROUP BY u.above
), used AS (SELECT DISTINCT u.above AS id FROM up u JOIN itself i ON i.id = u."codeId")
SELECT used.id, coalesce(i.a, 0)::int AS a, coalesce(p.b, 0)::int AS b, coalesce(i.c, 0)::int AS c, coalesce(p.d, 0)::int AS d,
  coalesce(w.e, i.a, 0)::int AS e, coalesce(p.f, 0)::int AS f, coalesce(w.g, i.c, 0)::int AS g, coalesce(p.h, 0)::int AS h,
  coalesce(i.due, 0)::int AS due
FROM used LEFT JOIN itself i USING (id) LEFT JOIN below w USING (id) LEFT JOIN people p USING (id)`;

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

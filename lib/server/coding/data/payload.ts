import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";

/** Counts up when the payload's form changes, so that no browser goes on with one of the form before. */
const FORM = 4;

/** Number of the transcript's last history event: changes whenever anything of its codings does. */
export async function codingsTag(scope: StudyScope, transcriptId: string): Promise<string> {
  const { rows } = await pool().query<{ tag: string }>({
    name: "codings-tag",
    text: `SELECT ${FORM} || ':' || v."id" || ':' || coalesce((SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = t."id"), 0) AS tag
      FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
      WHERE t."id" = $1 AND t."studyId" = $2`,
    values: [transcriptId, scope.studyId],
  });
  return rows[0]?.tag ?? "none";
}

const PAYLOAD = `
WITH version AS (
  SELECT v."id" FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
  WHERE t."id" = $1 AND t."studyId" = $2 AND v."current"
), segments AS MATERIALIZED (
  SELECT s."id", s."start", s."end", s."coderId", s."stance", s."permission", s."memo", s."certainty",
    extract(epoch FROM s."createdAt")::bigint AS made, row_number() OVER (ORDER BY s."start", s."end" DESC, s."id") - 1 AS n
  FROM "Segment" s WHERE s."versionId" = (SELECT "id" FROM version) AND s."deletedAt" IS NULL
), coders AS (
  SELECT u."id", u."name", row_number() OVER (ORDER BY u."name", u."id") - 1 AS n
  FROM "User" u WHERE u."id" IN (SELECT "coderId" FROM segments)
)
SELECT concat(
  '{"versionId":', coalesce((SELECT to_json("id")::text FROM version), 'null'),
  ',"seq":', coalesce((SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = $1), 0),
  ',"coders":', coalesce((SELECT json_agg(json_build_object('id', "id", 'name', "name") ORDER BY n) FROM coders)::text, '[]'),
  ',"segments":[', E'\\n', (SELECT string_agg(concat('["', s."id", '",', s."start", ',', s."end", ',', c.n, ',"', s."stance", '",',
      coalesce('"' || s."permission" || '"', 'null'), ',', CASE WHEN s."memo" = '' THEN '""' ELSE to_json(s."memo")::text END,
      ',', s.made, ',', coalesce('"' || s."certainty" || '"', 'null'), ']'), E',\\n' ORDER BY s.n)
    FROM segments s JOIN coders c ON c."id" = s."coderId"),
  E'\\n],"codings":[\\n', (SELECT string_agg(concat('["', c."id", '",', s.n, ',"', c."codeId", '",', c."revision", ']'), E',\\n' ORDER BY s.n, c."createdAt", c."id")
    FROM segments s JOIN "Coding" c ON c."segmentId" = s."id" AND c."deletedAt" IS NULL),
  E'\\n]}') AS payload`;

/**
 * The live segments of the current version, as JSON of a `CodingsPayload`, put together by the database.
 * A line ends after each row, so that the reader can take a long answer apart before it is read.
 * Rows are written out piece by piece, since PostgreSQL's own JSON functions take several times as long.
 */
export async function codingsPayload(scope: StudyScope, transcriptId: string): Promise<string> {
  const { rows } = await pool().query<{ payload: string }>({
    name: "codings-payload",
    text: PAYLOAD,
    values: [transcriptId, scope.studyId],
  });
  return rows[0]?.payload ?? "{}";
}

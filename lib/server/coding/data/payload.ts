import "server-only";
import { createHash } from "node:crypto";
import type { StudyScope } from "@/lib/access/scope";
import { mayQuote } from "@/lib/domain/permission";
import { type Range, union } from "@/lib/domain/segment";
import { named, seenEvents, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { permittedIn } from "@/lib/server/permitted";

/** Counts up when the payload's form changes, so that no browser goes on with one of the form before. */
const FORM = 7;

/** The number of the transcript's last history event that the member sees. */
const lastSeen = (scope: StudyScope, transcript: string) =>
  `coalesce((SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = ${transcript} AND ${seenEvents(scope)}), 0)`;

/** What names the state of a transcript's codings, and how to get them. */
interface Codings {
  tag: string;
  make: () => Promise<string>;
}

/**
 * The tag is made of the number of the transcript's last event, which changes whenever anything of its codings does.
 * Of somebody who is blind it is made of what they see, so that it does not tell when others code.
 */
export async function codingsOf(scope: StudyScope, transcriptId: string): Promise<Codings> {
  if (scope.blind) {
    const payload = await codingsPayload(scope, transcriptId);
    const tag = createHash("sha256").update(payload).digest("base64url");
    return { tag: `${FORM}:seen:${tag}`, make: async () => payload };
  }
  return {
    tag: await codingsTag(scope, transcriptId),
    make: () => codingsPayload(scope, transcriptId),
  };
}

/** The same of the segments alone that have a part in a range of the text: there at once, however many there are in all. */
export const codingsWithin = (scope: StudyScope, transcriptId: string, range: Range): Promise<string> =>
  codingsPayload(scope, transcriptId, range);

async function codingsTag(scope: StudyScope, transcriptId: string): Promise<string> {
  const { rows } = await pool().query<{ tag: string }>({
    ...named(scope, "codings-tag"),
    text: `SELECT ${FORM} || ':' || v."id" || ':' || ${lastSeen(scope, `t."id"`)} AS tag
      FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
      WHERE t."id" = $1 AND t."studyId" = $2`,
    values: [transcriptId, scope.studyId],
  });
  return rows[0]?.tag ?? "none";
}

const payloadOf = (scope: StudyScope, within?: Range) => `
WITH version AS (
  SELECT v."id" FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
  WHERE t."id" = $1 AND t."studyId" = $2 AND v."current"
), segments AS MATERIALIZED (
  SELECT s."id", s."start", s."end", s."coderId", s."stance", s."permission", s."memo", s."certainty",
    extract(epoch FROM s."createdAt")::bigint AS made
  FROM ${seenSegments(scope)} s
  WHERE s."versionId" = (SELECT "id" FROM version) AND s."deletedAt" IS NULL${within ? ` AND s."end" > $4 AND s."start" < $5` : ""}
), coders AS (
  SELECT u."id", u."name", row_number() OVER (ORDER BY u."name", u."id") - 1 AS n
  FROM "User" u WHERE u."id" IN (SELECT "coderId" FROM segments)
), given AS MATERIALIZED (
  SELECT c."id", c."segmentId", c."codeId", c."revision", c."createdAt"
  FROM segments s JOIN "Coding" c ON c."segmentId" = s."id" AND c."deletedAt" IS NULL
), codes AS MATERIALIZED (
  SELECT "codeId" AS "id", row_number() OVER (ORDER BY "codeId") - 1 AS n FROM (SELECT DISTINCT "codeId" FROM given) g
), codings AS (
  SELECT g."segmentId", string_agg(concat('["', g."id", '",', c.n, ',', g."revision", ']'), ',' ORDER BY g."createdAt", g."id") AS rows
  FROM given g JOIN codes c ON c."id" = g."codeId" GROUP BY g."segmentId"
)
SELECT concat(
  '{"versionId":', coalesce((SELECT to_json("id")::text FROM version), 'null'),
  ',"seq":', ${lastSeen(scope, "$1")},
  ',"coders":', coalesce((SELECT json_agg(json_build_object('id', "id", 'name', "name") ORDER BY n) FROM coders)::text, '[]'),
  ',"codes":', coalesce((SELECT json_agg("id" ORDER BY n) FROM codes)::text, '[]'),
  $3::text,
  ',"segments":[', E'\\n', (SELECT string_agg(concat('["', s."id", '",', s."start", ',', s."end", ',', c.n, ',"', s."stance", '",',
      coalesce('"' || s."permission" || '"', 'null'), ',', CASE WHEN s."memo" = '' THEN '""' ELSE to_json(s."memo")::text END,
      ',', s.made, ',', coalesce('"' || s."certainty" || '"', 'null'), ',[', g.rows, ']]'),
      E',\\n' ORDER BY s."start", s."end" DESC, s."id")
    FROM segments s JOIN coders c ON c."id" = s."coderId" LEFT JOIN codings g ON g."segmentId" = s."id"),
  E'\\n]}') AS payload`;

/**
 * The live segments of the current version that the member sees, as JSON of a `CodingsPayload`, put together by the
 * database. A line ends after each row, so that the reader can take a long answer apart before it is read.
 * Rows are written out piece by piece, since PostgreSQL's own JSON functions take several times as long.
 */
async function codingsPayload(scope: StudyScope, transcriptId: string, within?: Range): Promise<string> {
  const { rows } = await pool().query<{ payload: string }>({
    ...named(scope, within ? "codings-within" : "codings-payload"),
    text: payloadOf(scope, within),
    values: [
      ...[transcriptId, scope.studyId, scope.blind ? await withheldIn(scope, transcriptId) : ""],
      ...(within ? [within.start, within.end] : []),
    ],
  });
  return rows[0]?.payload ?? "{}";
}

/** The head's part about what others keep in, to those who do not see whose it is or what is coded there. */
async function withheldIn(scope: StudyScope, transcriptId: string): Promise<string> {
  const { rows: versions } = await pool().query<{ id: string }>(
    `SELECT "id" FROM "TranscriptVersion" WHERE "transcriptId" = $1 AND "current"`,
    [transcriptId],
  );
  const said = await permittedIn(
    pool(),
    scope,
    versions.map(({ id }) => id),
  );
  const kept = union(said.filter(({ unseen, permission }) => unseen && !mayQuote(permission)));
  return `,"withheld":${JSON.stringify(kept.map(({ start, end }) => [start, end]))}`;
}

import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { type SeenUsage, type SegmentGroup, type Usage, usageOf } from "@/lib/domain/codebook";
import { inSnapshot } from "@/lib/server/compare/data";
import { pool } from "@/lib/server/db";

/** Under which a transcript's usage is kept in `Digest`, beside what the matrix keeps there. */
const FILTER = "usage";

/** Raised when the rules of counting or the form of what is kept change, so that nothing old is read. */
const RULES = 1;

/** Transcripts counted at once: enough to spare round trips, few enough that their codings are no burden. */
const BATCH = 50;

/**
 * The state that the usage of a transcript `t` is counted from. Every change of its segments and codings is an event
 * of it; who speaks is no part of its history, so it stands in the state itself.
 */
const STATE = `concat_ws(' ', ${RULES}::text, (SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = t."id"),
  (SELECT md5(string_agg(concat_ws(':', p."id", p."role", p."intervieweeId"), ',' ORDER BY p."id")) FROM "Speaker" p WHERE p."transcriptId" = t."id"))`;

interface KeptRow {
  id: string;
  kept: string | null;
  /** Whether the member sees their own codings there alone. */
  blind: boolean;
}

const kept = (blind: boolean) => `
SELECT t."id", convert_from(d."data", 'UTF8') AS kept,
  ${blind ? `EXISTS (SELECT 1 FROM "Blind" b WHERE b."transcriptId" = t."id" AND b."userId" = $3)` : "false"} AS blind
FROM "Transcript" t LEFT JOIN "Digest" d ON d."transcriptId" = t."id" AND d."filter" = $2 AND d."stamp" = ${STATE}
WHERE t."studyId" = $1`;

/**
 * How the codes are used in each transcript of the study, as the member sees it: the one place from which counts of
 * codes are read. What is kept is read; a transcript in which something changed is counted anew.
 */
export async function usageIn(scope: StudyScope): Promise<SeenUsage[]> {
  const { rows } = await pool().query<KeptRow>({
    name: `codebook-usage-${scope.blind}`,
    text: kept(scope.blind),
    values: [scope.studyId, FILTER, ...(scope.blind ? [scope.userId] : [])],
  });
  const anew = await countAnew(
    scope,
    rows.filter(({ kept }) => kept === null).map(({ id }) => id),
  );
  return rows.flatMap(({ id, kept, blind }) => {
    const usage = kept === null ? anew.get(id) : (JSON.parse(kept) as Usage);
    return usage ? { usage, only: blind ? scope.userId : null } : [];
  });
}

/**
 * A segment finds its turns in a list of its version's, which takes a few steps where a join would look at all of
 * them. Segments that wait to be placed after a correction lie in the turns of their own version.
 */
const GROUPS = `
WITH coded AS MATERIALIZED (
  SELECT s."id", s."transcriptId", s."coderId", s."versionId", s."start", s."end",
    array_agg(c."codeId" ORDER BY c."codeId") AS codes, array_agg(c."revision" ORDER BY c."codeId") AS revisions
  FROM "Segment" s JOIN "Coding" c ON c."segmentId" = s."id" AND c."deletedAt" IS NULL
  WHERE s."transcriptId" = ANY($1::uuid[]) AND s."deletedAt" IS NULL GROUP BY s."id"
), talk AS MATERIALIZED (
  SELECT t."versionId", array_agg(t."start" ORDER BY t."start") AS starts, array_agg(t."end" ORDER BY t."start") AS ends,
    array_agg(sp."intervieweeId" ORDER BY t."start") AS people
  FROM "Turn" t LEFT JOIN "Speaker" sp ON sp."id" = t."speakerId" AND sp."role" = 'interviewee'
  WHERE t."versionId" IN (SELECT "versionId" FROM coded) GROUP BY t."versionId"
), said AS (
  SELECT k."transcriptId", k."coderId", k.codes, k.revisions,
    ARRAY(SELECT DISTINCT p FROM unnest(t.people[
      width_bucket(k."start", t.starts) + (coalesce(t.ends[width_bucket(k."start", t.starts)], 0) <= k."start")::int
      : width_bucket(k."end" - 1, t.starts)]) p WHERE p IS NOT NULL ORDER BY p) AS people
  FROM coded k LEFT JOIN talk t ON t."versionId" = k."versionId"
), groups AS (
  SELECT "transcriptId", "coderId", codes, revisions, people, count(*) AS segments FROM said GROUP BY 1, 2, 3, 4, 5
)
SELECT "transcriptId" AS id, json_agg(json_build_array("coderId", codes, revisions, people, segments)) AS groups
FROM groups GROUP BY 1`;

type GroupRow = [coderId: string, codes: string[], revisions: number[], people: string[], segments: number];

/** Counts these transcripts, and keeps what came of it with the state that it is of. */
async function countAnew(
  { studyId }: StudyScope,
  transcriptIds: readonly string[],
): Promise<Map<string, Usage>> {
  const counted = new Map<string, Usage>();
  // One order for all who keep, so that they wait for each other and never in a circle.
  const ids = transcriptIds.toSorted();
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = ids.slice(at, at + BATCH);
    const { states, groups } = await inSnapshot(async (connection) => ({
      states: await connection.query<{ id: string; state: string }>({
        name: "codebook-usage-states",
        text: `SELECT t."id", ${STATE} AS state FROM "Transcript" t WHERE t."id" = ANY($1::uuid[]) AND t."studyId" = $2 ORDER BY t."id"`,
        values: [some, studyId],
      }),
      groups: await connection.query<{ id: string; groups: GroupRow[] }>({
        name: "codebook-usage-groups",
        text: GROUPS,
        values: [some],
      }),
    }));
    const byId = new Map(groups.rows.map((row) => [row.id, row.groups.map(groupOf)]));
    for (const { id } of states.rows) counted.set(id, usageOf(byId.get(id) ?? []));
    await pool().query({
      name: "codebook-usage-keep",
      text: `INSERT INTO "Digest" ("transcriptId", "filter", "stamp", "data")
        SELECT k, $4, s, convert_to(u, 'UTF8') FROM unnest($1::uuid[], $2::text[], $3::text[]) AS x(k, s, u)
        ON CONFLICT ("transcriptId", "filter") DO UPDATE SET "stamp" = EXCLUDED."stamp", "data" = EXCLUDED."data"`,
      values: [
        states.rows.map(({ id }) => id),
        states.rows.map(({ state }) => state),
        states.rows.map(({ id }) => JSON.stringify(counted.get(id))),
        FILTER,
      ],
    });
  }
  return counted;
}

function groupOf([coderId, codes, revisions, people, segments]: GroupRow): SegmentGroup {
  return {
    coderId,
    codes: codes.map((id, at) => ({ id, revision: revisions[at] ?? 0 })),
    people,
    segments,
  };
}

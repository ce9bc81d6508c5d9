import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Counts } from "@/lib/schemas/history";
import { seenSegments } from "@/lib/server/blind";
import { CODING, SEGMENT } from "@/lib/server/coding/data";
import { known } from "@/lib/server/errors";
import type { Tx } from "@/lib/server/history";
import type { Passes } from "./passes";

/**
 * The statements behind `rowsAt` and `planRestore` of lib/domain/history, for any number of rows: what becomes
 * of segments and codings when a set of events is taken back. They work on tables of the transaction, so that
 * the rows never pass through here.
 */

/** Events that hold segments or codings: the coders' own, and in each transcript those of codes merged or split. */
export const ON_CODINGS = `(e."kind" LIKE 'coding.%' OR (e."kind" LIKE 'code.%' AND e."transcriptId" IS NOT NULL))`;

/** The list of a side of an event; none where it has none. */
export const listOf = (side: "before" | "after", name: "segments" | "codings") =>
  `jsonb_array_elements(CASE jsonb_typeof(e."${side}"->'${name}') WHEN 'array' THEN e."${side}"->'${name}' ELSE '[]' END) x`;

/** Room for sorting and joining a hundred thousand rows in memory, for the one transaction that has to. */
const ROOM = `SET LOCAL work_mem = '128MB'`;

const COLUMNS = `"id" uuid PRIMARY KEY, "transcriptId" uuid, "segmentId" uuid, "now" jsonb, "wanted" jsonb, "how" text, "moved" boolean`;
const TABLES = ["pastSegment", "pastCoding"].map(
  (table) => `CREATE TEMP TABLE "${table}" (${COLUMNS}) ON COMMIT DROP`,
);

const firstOf = (list: "segments" | "codings", taken: string, which: string) => `
  SELECT DISTINCT ON ((x->>'id')::uuid) (x->>'id')::uuid AS "id", x AS "was" FROM "HistoryEvent" e, ${listOf("before", list)}
  WHERE e."studyId" = $1::uuid AND e."transcriptId" = ANY($3::uuid[]) AND ${taken} AND ${ON_CODINGS} AND ${which} ORDER BY (x->>'id')::uuid, e."seq"`;

/** Of segments whose first event holds them in spare form (see SPARE), the first that holds them whole. */
const wholeOf = (taken: string) =>
  `), whole AS MATERIALIZED (${firstOf("segments", taken, `x ? 'quote' AND (x->>'id')::uuid IN (SELECT "id" FROM was WHERE NOT "was" ? 'quote')`)}`;

/**
 * The first of the events that touched a row says what it was before all of them. What was deleted is deleted; a
 * segment of an older version keeps its place (see the README of the domain). What is as it was is left out. `moved`
 * says that more changes than whether it is there.
 */
const past = (
  table: string,
  of: { list: "segments" | "codings"; rows: string; wanted: string },
  taken: string,
) => `
WITH was AS MATERIALIZED (${firstOf(of.list, taken, "true")}
${of.list === "segments" ? wholeOf(taken) : ""}
), beside AS MATERIALIZED (${of.rows}
), wanted AS (
  SELECT *, CASE WHEN ("was"->>'deleted')::boolean THEN "now" || '{"deleted": true}' ELSE ${of.wanted} END AS "wanted" FROM beside
  WHERE NOT (("now"->>'deleted')::boolean AND ("was"->>'deleted')::boolean)
)
INSERT INTO "${table}" SELECT "id", "transcriptId", "segmentId", "now", "wanted",
  CASE WHEN ("now"->>'deleted')::boolean THEN 'back' WHEN ("wanted"->>'deleted')::boolean THEN 'gone' ELSE 'changed' END,
  NOT ("was"->>'deleted')::boolean AND "wanted" - 'deleted' <> "now" - 'deleted'
FROM wanted WHERE "wanted" <> "now"`;

/**
 * A segment of which no more changes than whether it is there, as a restore keeps it: its words stay where they are. What
 * else it was then, the next event that holds it whole says; where there is none, it is so still.
 */
const SPARE = `'id', g."id", 'coderId', g."coderId", 'versionId', g."versionId", 'deleted', g."deletedAt" IS NOT NULL`;

const segments = (scope: StudyScope, whole: boolean) => ({
  list: "segments" as const,
  rows: `
  SELECT w."id", w."was", g."id" AS "segmentId", g."transcriptId",
    ${whole ? `jsonb_build_object(${SEGMENT})` : `CASE WHEN ("was"->>'deleted')::boolean OR NOT "was" ? 'quote' THEN jsonb_build_object(${SPARE}) ELSE jsonb_build_object(${SEGMENT}) END`} AS "now"
  FROM (
    SELECT "id", CASE WHEN o."was" IS NULL THEN f."was" ELSE o."was" || jsonb_build_object('deleted', f."was"->'deleted') END AS "was"
    FROM was f LEFT JOIN whole o USING ("id")
  ) w JOIN ${seenSegments(scope)} g ON g."id" = w."id" AND g."studyId" = $1::uuid`,
  wanted: `CASE WHEN "was"->>'versionId' = "now"->>'versionId' THEN "now" || "was"
    ELSE "now" || ("was" - ARRAY['id', 'versionId', 'coderId', 'start', 'end', 'quote', 'before', 'after']) END`,
});

const codings = (scope: StudyScope) => ({
  list: "codings" as const,
  rows: `
  SELECT w."id", w."was", jsonb_build_object(${CODING}) AS "now", c."segmentId", g."transcriptId"
  FROM was w JOIN "Coding" c ON c."id" = w."id" AND c."studyId" = $1::uuid JOIN ${seenSegments(scope)} g ON g."id" = c."segmentId"`,
  wanted: `"now" || jsonb_build_object('codeId', "was"->'codeId', 'revision', "was"->'revision', 'deleted', false)`,
});

/** Which events are taken back: all after a number, or those that are named. */
export type Taken = { after: number } | { ids: readonly string[] };

const conditionOf = (taken: Taken) =>
  "after" in taken ? `e."seq" > $2::bigint` : `e."id" = ANY($2::uuid[])`;
const argumentOf = (taken: Taken) => ("after" in taken ? taken.after : [...taken.ids]);

/** The transcripts that these events are on, in the order of their ids. */
export async function transcriptsOf(tx: Tx, { studyId }: StudyScope, taken: Taken): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT DISTINCT e."transcriptId" AS id FROM "HistoryEvent" e
     WHERE e."studyId" = $1::uuid AND e."transcriptId" IS NOT NULL AND ${conditionOf(taken)} AND ${ON_CODINGS} ORDER BY 1`,
    studyId,
    argumentOf(taken),
  );
  return rows.map(({ id }) => id);
}

/**
 * Works out what taking back the events changes, of what the member sees: nobody who is blind in a round undoes there
 * what others do. Call it once in a transaction that holds the transcripts. Only where `whole` is asked for are the rows whole of which no more changes than whether they are there.
 */
export async function workOut(
  tx: Tx,
  scope: StudyScope,
  taken: Taken,
  { whole, passes }: { whole: boolean; passes: Passes },
): Promise<void> {
  for (const statement of [ROOM, ...TABLES]) await tx.$executeRawUnsafe(statement);
  const condition = conditionOf(taken);
  const statements = [
    past("pastSegment", segments(scope, whole), condition),
    past("pastCoding", codings(scope), condition),
  ];
  await passes.each(async (transcriptIds) => {
    for (const statement of statements)
      await tx.$executeRawUnsafe(statement, scope.studyId, argumentOf(taken), [...transcriptIds]);
  });
  for (const [, past] of PASTS) await tx.$executeRawUnsafe(`CREATE INDEX ON "${past}" ("transcriptId")`);
  // Without this the database plans for a handful of rows, whatever there are.
  await tx.$executeRawUnsafe(`ANALYZE "pastSegment", "pastCoding"`);
}

/** Writes what was worked out; throws `conflict` where another segment has its place by now. */
export async function carryOut(tx: Tx, passes: Passes): Promise<void> {
  try {
    await passes.each((transcriptIds) => write(tx, transcriptIds));
  } catch (error) {
    if (error instanceof AppError || known(error).code !== "conflict") throw error;
    throw new AppError("conflict", { detail: "history_codings" });
  }
}

const PASTS = [
  ["Segment", "pastSegment"],
  ["Coding", "pastCoding"],
] as const;

const HERE = `p."transcriptId" = ANY($1::uuid[])`;

/** In some transcripts. Throws `conflict` where it would leave a place with two segments, or one without a code. */
async function write(tx: Tx, transcriptIds: readonly string[]): Promise<void> {
  const here = [...transcriptIds];
  // Ranges and codes are free first: of two segments that change places, neither stands in the other's way.
  for (const [table, past] of PASTS)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" r SET "deletedAt" = now() FROM "${past}" p
       WHERE ${HERE} AND r."id" = p."id" AND r."deletedAt" IS NULL AND (p."how" = 'gone' OR p."moved")`,
      here,
    );
  await tx.$executeRawUnsafe(
    `
    UPDATE "Segment" g SET "versionId" = r."versionId", "start" = r."start", "end" = r."end", "quote" = r."quote", "before" = r."before",
      "after" = r."after", "stance" = r."stance", "permission" = r."permission", "certainty" = r."certainty", "memo" = r."memo"
    FROM "pastSegment" p, jsonb_to_record(p."wanted") AS r("versionId" uuid, "start" int, "end" int, "quote" text, "before" text,
      "after" text, "stance" "Stance", "permission" "Permission", "certainty" "Certainty", "memo" text)
    WHERE ${HERE} AND g."id" = p."id" AND p."moved"`,
    here,
  );
  await tx.$executeRawUnsafe(
    `
    UPDATE "Coding" c SET "codeId" = (p."wanted"->>'codeId')::uuid, "revision" = (p."wanted"->>'revision')::int
    FROM "pastCoding" p WHERE ${HERE} AND c."id" = p."id" AND p."moved"`,
    here,
  );
  for (const [table, past] of PASTS)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" r SET "deletedAt" = NULL FROM "${past}" p
       WHERE ${HERE} AND r."id" = p."id" AND r."deletedAt" IS NOT NULL AND p."how" <> 'gone'`,
      here,
    );
  const broken = await tx.$queryRawUnsafe<unknown[]>(
    `
    SELECT 1 FROM "Segment" g WHERE g."id" IN (SELECT p."segmentId" FROM "pastSegment" p WHERE ${HERE} UNION SELECT p."segmentId" FROM "pastCoding" p WHERE ${HERE})
    AND (g."deletedAt" IS NULL) <> EXISTS (SELECT 1 FROM "Coding" c WHERE c."segmentId" = g."id" AND c."deletedAt" IS NULL) LIMIT 1`,
    here,
  );
  if (broken.length > 0) throw new AppError("conflict", { detail: "history_codings" });
}

type Counted = { how: keyof Counts; count: number };

/** Counts what was worked out. */
export async function countWorkedOut(tx: Tx): Promise<{
  segments: Counts;
  codings: Counts;
  coders: ({ id: string } & Counts)[];
  transcripts: number;
  waiting: number;
}> {
  const bySegment = await tx.$queryRawUnsafe<(Counted & { id: string })[]>(
    `SELECT "now"->>'coderId' AS id, "how", count(*)::int AS count FROM "pastSegment" GROUP BY 1, 2`,
  );
  const byCoding = await tx.$queryRawUnsafe<Counted[]>(
    `SELECT "how", count(*)::int AS count FROM "pastCoding" GROUP BY 1`,
  );
  const [facts] = await tx.$queryRawUnsafe<{ transcripts: number; waiting: number }[]>(`
    SELECT (SELECT count(DISTINCT "transcriptId")::int FROM (SELECT "transcriptId" FROM "pastSegment" UNION SELECT "transcriptId" FROM "pastCoding") t) AS transcripts,
      (SELECT count(*)::int FROM "pastSegment" p JOIN "TranscriptVersion" v ON v."id" = (p."wanted"->>'versionId')::uuid
       WHERE p."wanted"->>'deleted' = 'false' AND NOT v."current") AS waiting`);
  const ids = [...new Set(bySegment.map(({ id }) => id))];
  const coders = ids.map((id) => ({ id, ...sum(bySegment.filter((row) => row.id === id)) }));
  return {
    segments: sum(bySegment),
    codings: sum(byCoding),
    coders: coders.toSorted((a, b) => total(b) - total(a)),
    transcripts: facts?.transcripts ?? 0,
    waiting: facts?.waiting ?? 0,
  };
}

const total = ({ back, gone, changed }: Counts) => back + gone + changed;

function sum(rows: readonly Counted[]): Counts {
  const counts: Counts = { back: 0, gone: 0, changed: 0 };
  for (const { how, count } of rows) counts[how] += count;
  return counts;
}

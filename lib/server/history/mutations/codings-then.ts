import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Counts } from "@/lib/schemas/history";
import { seenSegments } from "@/lib/server/blind";
import { SEGMENT } from "@/lib/server/coding/data";
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

/**
 * What is worked out of a row: how it is now and how it will be. A segment of which no more changes than whether it is there is
 * told by its columns alone, without `now` and `wanted`, and a coding always is: JSON of a hundred thousand takes longer than
 * all else. `moved` says that more changes; the version never does.
 */
const TABLES = [
  `CREATE TEMP TABLE "pastSegment" ("id" uuid, "transcriptId" uuid, "segmentId" uuid, "coderId" uuid, "versionId" uuid, "how" text, "moved" boolean,
    "now" jsonb, "wanted" jsonb, PRIMARY KEY ("transcriptId", "id")) ON COMMIT DROP`,
  `CREATE TEMP TABLE "pastCoding" ("id" uuid, "transcriptId" uuid, "segmentId" uuid, "coderId" uuid, "codeId" uuid, "revision" int, "how" text, "moved" boolean,
    "wantedCode" uuid, "wantedRevision" int, PRIMARY KEY ("transcriptId", "id")) ON COMMIT DROP`,
  // The segments that stay as they are where the rest is taken back (see left-alone.ts).
  `CREATE TEMP TABLE "pastLeft" ("segmentId" uuid PRIMARY KEY, "transcriptId" uuid) ON COMMIT DROP`,
];

/**
 * The first of the events that touched a row says what it was before all of them. What was deleted is deleted, and what is
 * as it was is left out.
 */
const firstOf = (list: "segments" | "codings", taken: string, { which = "true", fields = "" } = {}) => `
  SELECT DISTINCT ON ((x->>'id')::uuid) (x->>'id')::uuid AS "id", coalesce((x->>'deleted')::boolean, false) AS "wasDeleted"${fields} FROM "HistoryEvent" e, ${listOf("before", list)}
  WHERE e."studyId" = $1::uuid AND e."transcriptId" = ANY($3::uuid[]) AND ${taken} AND ${ON_CODINGS} AND ${which} ORDER BY (x->>'id')::uuid, e."seq"`;

const HOW = `CASE WHEN "nowDeleted" THEN 'back' WHEN "wasDeleted" THEN 'gone' ELSE 'changed' END`;

/** What a segment was, where that matters: of one that was not there yet only that. */
const WAS = `, CASE WHEN (x->>'deleted')::boolean THEN NULL ELSE x END AS "was"`;

/**
 * Segments. A restore keeps neither place nor words of one of which no more changes than whether it is there (`rowsOf`): what
 * else it was then, the next event that holds it whole says; where there is none, it is so still. A segment of an older
 * version keeps its place (see the README of the domain).
 */
const segments = (scope: StudyScope, taken: string, whole: boolean) => `
WITH was AS MATERIALIZED (${firstOf("segments", taken, { fields: WAS })}
), whole AS MATERIALIZED (${firstOf("segments", taken, {
  // Mostly there is none, and then nothing is read again.
  which: `EXISTS (SELECT 1 FROM was WHERE NOT "was" ? 'quote') AND x ? 'quote' AND (x->>'id')::uuid IN (SELECT "id" FROM was WHERE NOT "was" ? 'quote')`,
  fields: `, x AS "was"`,
})}
), beside AS MATERIALIZED (
  SELECT w."id", w."was", w."wasDeleted", g."transcriptId", g."coderId", g."versionId", g."deletedAt" IS NOT NULL AS "nowDeleted",
    CASE WHEN ${whole ? "true" : `w."was" ? 'quote'`} THEN jsonb_build_object(${SEGMENT}) END AS "now"
  FROM (
    SELECT "id", f."wasDeleted", CASE WHEN o."was" IS NULL THEN f."was" ELSE o."was" || '{"deleted": false}' END AS "was"
    FROM was f LEFT JOIN whole o USING ("id")
  ) w JOIN ${seenSegments(scope)} g ON g."id" = w."id" AND g."studyId" = $1::uuid
  WHERE NOT (w."wasDeleted" AND g."deletedAt" IS NOT NULL)
), wanted AS (
  SELECT *, CASE WHEN "now" IS NULL THEN NULL WHEN "wasDeleted" THEN "now" || '{"deleted": true}'
    WHEN "was"->>'versionId' = "now"->>'versionId' THEN "now" || "was"
    ELSE "now" || ("was" - ARRAY['id', 'versionId', 'coderId', 'start', 'end', 'quote', 'before', 'after']) END AS "wanted" FROM beside
)
INSERT INTO "pastSegment" SELECT "id", "transcriptId", "id", "coderId", "versionId", ${HOW},
  NOT "wasDeleted" AND "now" IS NOT NULL AND "wanted" - 'deleted' <> "now" - 'deleted', "now", "wanted"
FROM wanted WHERE CASE WHEN "now" IS NULL THEN "wasDeleted" <> "nowDeleted" ELSE "wanted" <> "now" END ORDER BY "transcriptId", "id"`;

const codings = (scope: StudyScope, taken: string) => `
WITH was AS MATERIALIZED (${firstOf("codings", taken, {
  fields: `, (x->>'codeId')::uuid AS "wasCode", (x->>'revision')::int AS "wasRevision"`,
})}
), beside AS MATERIALIZED (
  SELECT w."id", w."wasDeleted", c."deletedAt" IS NOT NULL AS "nowDeleted", g."transcriptId", c."segmentId", c."coderId", c."codeId", c."revision",
    CASE WHEN w."wasDeleted" THEN c."codeId" ELSE w."wasCode" END AS "wantedCode", CASE WHEN w."wasDeleted" THEN c."revision" ELSE w."wasRevision" END AS "wantedRevision"
  FROM was w JOIN "Coding" c ON c."id" = w."id" AND c."studyId" = $1::uuid JOIN ${seenSegments(scope)} g ON g."id" = c."segmentId"
  WHERE NOT (w."wasDeleted" AND c."deletedAt" IS NOT NULL)
)
INSERT INTO "pastCoding" SELECT "id", "transcriptId", "segmentId", "coderId", "codeId", "revision", ${HOW},
  ("codeId", "revision") <> ("wantedCode", "wantedRevision"), "wantedCode", "wantedRevision"
FROM beside WHERE "wasDeleted" <> "nowDeleted" OR ("codeId", "revision") <> ("wantedCode", "wantedRevision") ORDER BY "transcriptId", "id"`;

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
  const statements = [segments(scope, condition, whole), codings(scope, condition)];
  await passes.each(async (transcriptIds) => {
    for (const statement of statements)
      await tx.$executeRawUnsafe(statement, scope.studyId, argumentOf(taken), [...transcriptIds]);
  });
  // Without this the database plans for a handful of rows, whatever there are.
  await tx.$executeRawUnsafe(
    `ANALYZE "pastSegment" ("id", "transcriptId", "how", "moved"), "pastCoding" ("id", "transcriptId", "segmentId", "how", "moved")`,
  );
}

/** The rows as they were before, or as they will be: what the columns are called on either side, and which rows are deleted there. */
const SIDES = {
  now: { deleted: `'back'`, code: "codeId", revision: "revision" },
  wanted: { deleted: `'gone'`, code: "wantedCode", revision: "wantedRevision" },
} as const;

/**
 * JSON of ids (which stand in columns), numbers and truths (which are cast), none of which needs quoting inside, written as text:
 * of a hundred thousand rows that takes half the time of building it.
 */
const object = (fields: Readonly<Record<string, string>>) => {
  const slot = (column: string) => (column.startsWith("p.") ? '"%s"' : "%s");
  const pairs = Object.entries(fields).map(([name, column]) => `"${name}":${slot(column)}`);
  return `format('{${pairs.join(",")}}', ${Object.values(fields).join(", ")})`;
};

/**
 * What an event holds of the rows of the transcripts for which `where` says so of `p`, as an object. Only where `whole` is asked for
 * are segments whole of which no more changes than whether they are there: a study's words would be some hundred megabytes.
 */
export function rowsOf(side: keyof typeof SIDES, where: string, { whole }: { whole: boolean }): string {
  const { code, revision } = SIDES[side];
  const deleted = `(p."how" = ${SIDES[side].deleted})::text`;
  const spare = object({ id: `p."id"`, coderId: `p."coderId"`, versionId: `p."versionId"`, deleted });
  const segment = whole
    ? `p."${side}"::text`
    : `CASE WHEN p."moved" THEN p."${side}"::text ELSE ${spare} END`;
  const coding = object({
    id: `p."id"`,
    segmentId: `p."segmentId"`,
    codeId: `p."${code}"`,
    coderId: `p."coderId"`,
    revision: `(p."${revision}")::text`,
    deleted,
  });
  const list = (table: string, row: string) =>
    `(SELECT '[' || coalesce(string_agg(${row}, ',' ORDER BY p."id"), '') || ']' FROM "${table}" p WHERE ${where})::jsonb`;
  return `jsonb_build_object('segments', ${list("pastSegment", segment)}, 'codings', ${list("pastCoding", coding)})`;
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
  // Ranges and codes are free first: of two segments that change places, neither stands in the other's way. Whether a row is
  // deleted now, `how` says: asked of the table itself, the database would look through all that were deleted just before.
  for (const [table, past] of PASTS)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" r SET "deletedAt" = now() FROM "${past}" p
       WHERE ${HERE} AND r."id" = p."id" AND (p."how" = 'gone' OR (p."moved" AND p."how" = 'changed'))`,
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
    UPDATE "Coding" c SET "codeId" = p."wantedCode", "revision" = p."wantedRevision"
    FROM "pastCoding" p WHERE ${HERE} AND c."id" = p."id" AND p."moved"`,
    here,
  );
  for (const [table, past] of PASTS)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" r SET "deletedAt" = NULL FROM "${past}" p
       WHERE ${HERE} AND r."id" = p."id" AND (p."how" = 'back' OR (p."moved" AND p."how" = 'changed'))`,
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
    `SELECT "coderId" AS id, "how", count(*)::int AS count FROM "pastSegment" GROUP BY 1, 2`,
  );
  const byCoding = await tx.$queryRawUnsafe<Counted[]>(
    `SELECT "how", count(*)::int AS count FROM "pastCoding" GROUP BY 1`,
  );
  const [facts] = await tx.$queryRawUnsafe<{ transcripts: number; waiting: number }[]>(`
    SELECT (SELECT count(DISTINCT "transcriptId")::int FROM (SELECT "transcriptId" FROM "pastSegment" UNION SELECT "transcriptId" FROM "pastCoding") t) AS transcripts,
      (SELECT count(*)::int FROM "pastSegment" p JOIN "TranscriptVersion" v ON v."id" = p."versionId"
       WHERE p."how" <> 'gone' AND NOT v."current") AS waiting`);
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

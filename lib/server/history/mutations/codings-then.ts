import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Counts } from "@/lib/schemas/history";
import { CODING, SEGMENT } from "@/lib/server/coding/data";
import { known } from "@/lib/server/errors";
import type { Tx } from "@/lib/server/history";

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

const TABLES = `
CREATE TEMP TABLE "pastEvent" ("id" uuid PRIMARY KEY, "seq" bigint) ON COMMIT DROP;
CREATE TEMP TABLE "pastSegment" ("id" uuid PRIMARY KEY, "was" jsonb, "now" jsonb, "wanted" jsonb, "transcriptId" uuid) ON COMMIT DROP;
CREATE TEMP TABLE "pastCoding" ("id" uuid PRIMARY KEY, "was" jsonb, "now" jsonb, "wanted" jsonb, "transcriptId" uuid) ON COMMIT DROP`;

/** The first of the events that touched a row says what it was before all of them. */
const was = (table: string, name: "segments" | "codings") => `
INSERT INTO "${table}" ("id", "was")
SELECT DISTINCT ON (x->>'id') (x->>'id')::uuid, x FROM "pastEvent" p JOIN "HistoryEvent" e ON e."id" = p."id",
  ${listOf("before", name)} ORDER BY x->>'id', e."seq"`;

const NOW = [
  `UPDATE "pastSegment" p SET "now" = jsonb_build_object(${SEGMENT}), "transcriptId" = g."transcriptId"
   FROM "Segment" g WHERE g."id" = p."id" AND g."studyId" = $1::uuid`,
  `UPDATE "pastCoding" p SET "now" = jsonb_build_object(${CODING}), "transcriptId" = g."transcriptId"
   FROM "Coding" c JOIN "Segment" g ON g."id" = c."segmentId" WHERE c."id" = p."id" AND c."studyId" = $1::uuid`,
];

/** What was deleted is deleted; a segment of an older version keeps its place (see the README of the domain). */
const WANTED = [
  `UPDATE "pastSegment" SET "wanted" = CASE
     WHEN ("was"->>'deleted')::boolean THEN "now" || '{"deleted": true}'
     WHEN "was"->>'versionId' = "now"->>'versionId' THEN "now" || "was"
     ELSE "now" || ("was" - ARRAY['id', 'versionId', 'coderId', 'start', 'end', 'quote', 'before', 'after']) END`,
  `UPDATE "pastCoding" SET "wanted" = CASE WHEN ("was"->>'deleted')::boolean THEN "now" || '{"deleted": true}'
     ELSE "now" || jsonb_build_object('codeId', "was"->'codeId', 'revision', "was"->'revision', 'deleted', false) END`,
];

const SETTLED = ["pastSegment", "pastCoding"].map(
  (table) => `DELETE FROM "${table}" WHERE "now" IS NULL OR "wanted" = "now"
    OR (("now"->>'deleted')::boolean AND ("wanted"->>'deleted')::boolean)`,
);

/** Which events are taken back: all after a number, or those that are named. */
export type Taken = { after: number } | { ids: readonly string[] };

/** Works out what taking back the events changes. Call it once in a transaction that holds the transcripts. */
export async function workOut(tx: Tx, { studyId }: StudyScope, taken: Taken): Promise<void> {
  for (const statement of TABLES.split(";")) await tx.$executeRawUnsafe(statement);
  const condition = "after" in taken ? `e."seq" > $2::bigint` : `e."id" = ANY($2::uuid[])`;
  await tx.$executeRawUnsafe(
    `INSERT INTO "pastEvent" SELECT e."id", e."seq" FROM "HistoryEvent" e
     WHERE e."studyId" = $1::uuid AND ${condition} AND ${ON_CODINGS}`,
    studyId,
    "after" in taken ? taken.after : taken.ids,
  );
  await tx.$executeRawUnsafe(was("pastSegment", "segments"));
  await tx.$executeRawUnsafe(was("pastCoding", "codings"));
  for (const statement of NOW) await tx.$executeRawUnsafe(statement, studyId);
  for (const statement of [...WANTED, ...SETTLED]) await tx.$executeRawUnsafe(statement);
}

/** Writes what was worked out; throws `conflict` where another segment has its place by now. */
export async function carryOut(tx: Tx): Promise<void> {
  try {
    await write(tx);
  } catch (error) {
    if (error instanceof AppError || known(error).code !== "conflict") throw error;
    throw new AppError("conflict", { detail: "history_codings" });
  }
}

/** Throws `conflict` where it would leave a place with two segments, or one without a code. */
async function write(tx: Tx): Promise<void> {
  // Ranges and codes are free first: of two segments that change places, neither stands in the other's way.
  for (const [table, past] of [
    ["Segment", "pastSegment"],
    ["Coding", "pastCoding"],
  ] as const)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" r SET "deletedAt" = now() FROM "${past}" p WHERE r."id" = p."id" AND r."deletedAt" IS NULL`,
    );
  await tx.$executeRawUnsafe(`
    UPDATE "Segment" g SET "versionId" = r."versionId", "start" = r."start", "end" = r."end", "quote" = r."quote", "before" = r."before",
      "after" = r."after", "stance" = r."stance", "permission" = r."permission", "certainty" = r."certainty", "memo" = r."memo"
    FROM "pastSegment" p, jsonb_to_record(p."wanted") AS r("versionId" uuid, "start" int, "end" int, "quote" text, "before" text,
      "after" text, "stance" "Stance", "permission" "Permission", "certainty" "Certainty", "memo" text)
    WHERE g."id" = p."id" AND p."wanted"->>'deleted' = 'false'`);
  await tx.$executeRawUnsafe(`
    UPDATE "Coding" c SET "codeId" = (p."wanted"->>'codeId')::uuid, "revision" = (p."wanted"->>'revision')::int
    FROM "pastCoding" p WHERE c."id" = p."id" AND p."wanted"->>'deleted' = 'false'`);
  for (const [table, past] of [
    ["Segment", "pastSegment"],
    ["Coding", "pastCoding"],
  ] as const)
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" r SET "deletedAt" = NULL FROM "${past}" p WHERE r."id" = p."id" AND p."wanted"->>'deleted' = 'false'`,
    );
  const broken = await tx.$queryRawUnsafe<unknown[]>(`
    SELECT 1 FROM "Segment" g WHERE g."id" IN (
      SELECT "id" FROM "pastSegment" UNION SELECT ("now"->>'segmentId')::uuid FROM "pastCoding")
    AND (g."deletedAt" IS NULL) <> EXISTS (SELECT 1 FROM "Coding" c WHERE c."segmentId" = g."id" AND c."deletedAt" IS NULL) LIMIT 1`);
  if (broken.length > 0) throw new AppError("conflict", { detail: "history_codings" });
}

const HOW = `CASE WHEN ("now"->>'deleted')::boolean THEN 'back' WHEN ("wanted"->>'deleted')::boolean THEN 'gone' ELSE 'changed' END`;
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
    `SELECT "now"->>'coderId' AS id, ${HOW} AS how, count(*)::int AS count FROM "pastSegment" GROUP BY 1, 2`,
  );
  const byCoding = await tx.$queryRawUnsafe<Counted[]>(
    `SELECT ${HOW} AS how, count(*)::int AS count FROM "pastCoding" GROUP BY 1`,
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

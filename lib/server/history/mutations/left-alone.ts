import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { type Handing, leftAlone, type Place } from "@/lib/domain/history";
import { seenEvents } from "@/lib/server/blind";
import type { Tx } from "@/lib/server/history";
import { Stays } from "@/lib/server/stays";
import { listOf, ON_CODINGS } from "./codings-then";

interface Changed {
  segmentId: string;
  /** Null where it is not an event that stands in the way, or where the member does not see it. */
  actorId: string | null;
}

/**
 * Takes out of what was worked out what has been changed since, segment by segment; "pastLeft" holds these. Unless the
 * `rest` is asked for, throws `Stays` where there are any. Throws `conflict` where they are all.
 */
export async function leaveAlone(
  tx: Tx,
  scope: StudyScope,
  ids: readonly string[],
  rest: boolean,
): Promise<void> {
  const since = await changedSince(tx, scope, ids);
  const told = new Set(since.map(({ segmentId }) => segmentId));
  // What stands in the way of a segment is by those who changed it since, where any did.
  const changed = [...since, ...(await blocked(tx)).filter(({ segmentId }) => !told.has(segmentId))];
  if (changed.length === 0) return;
  const handings = await handingsBeside(tx, changed);
  const left = [...leftAlone(handings, new Set(changed.map(({ segmentId }) => segmentId)))];
  await tx.$executeRaw`
    INSERT INTO "pastLeft" SELECT g."id", g."transcriptId" FROM "Segment" g WHERE g."id" = ANY(${left}::uuid[])`;
  for (const table of ["pastSegment", "pastCoding"])
    await tx.$executeRawUnsafe(
      `DELETE FROM "${table}" p USING "pastLeft" l WHERE p."segmentId" = l."segmentId"`,
    );
  const [counted] = await tx.$queryRaw<{ back: number }[]>`
    SELECT count(*)::int AS back FROM (SELECT "segmentId" FROM "pastSegment" UNION SELECT "segmentId" FROM "pastCoding") s`;
  const back = counted?.back ?? 0;
  if (back === 0) throw new AppError("conflict", { detail: "history_codings" });
  if (rest) return;
  const actors = changed.map(({ actorId }) => actorId);
  const known = actors.every((actor) => actor !== null);
  throw new Stays(back, left, known ? [...new Set(actors)] : null);
}

/**
 * The segments that events since have touched, of which they hold a row that would change, or to which they gave a code
 * where the segment would go.
 */
function changedSince(tx: Tx, scope: StudyScope, ids: readonly string[]): Promise<Changed[]> {
  return tx.$queryRawUnsafe<Changed[]>(
    `WITH events AS MATERIALIZED (
       SELECT e."after", CASE WHEN ${seenEvents(scope)} THEN e."actorId" END AS "actorId" FROM "HistoryEvent" e
       WHERE e."studyId" = $1::uuid AND e."seq" > (SELECT min(p."seq") FROM "HistoryEvent" p WHERE p."id" = ANY($2::uuid[]))
         AND ${ON_CODINGS} AND e."id" <> ALL($2::uuid[])
         AND e."transcriptId" IN (SELECT p."transcriptId" FROM "HistoryEvent" p WHERE p."id" = ANY($2::uuid[]))
     )
     SELECT p."segmentId", e."actorId" FROM events e, ${listOf("after", "segments")} JOIN "pastSegment" p ON p."id" = (x->>'id')::uuid
     UNION
     SELECT p."segmentId", e."actorId" FROM events e, ${listOf("after", "codings")} JOIN "pastCoding" p ON p."id" = (x->>'id')::uuid
     UNION
     SELECT p."segmentId", e."actorId" FROM events e, ${listOf("after", "codings")} JOIN "pastSegment" p ON p."id" = (x->>'segmentId')::uuid
     WHERE p."how" = 'gone'`,
    scope.studyId,
    [...ids],
  );
}

/** Where a segment of the study would be, of one that changes only in whether it is there too. */
const WANTED = `coalesce((p."wanted"->>'start')::int, o."start") AS "start", coalesce((p."wanted"->>'end')::int, o."end") AS "end"`;
const COMES = `p."how" <> 'gone' AND (p."how" = 'back' OR p."moved")`;
const GOES = `(p."how" = 'gone' OR p."moved")`;

/** The segments whose place or whose code another has by now, and those that would be left without a code, or be gone with one. */
function blocked(tx: Tx): Promise<Changed[]> {
  return tx.$queryRawUnsafe<Changed[]>(`
    SELECT w."segmentId", NULL::uuid AS "actorId" FROM (
      SELECT p."segmentId", p."versionId", p."coderId", ${WANTED}
      FROM "pastSegment" p JOIN "Segment" o ON o."id" = p."id" WHERE ${COMES}
    ) w JOIN "Segment" g ON g."versionId" = w."versionId" AND g."coderId" = w."coderId" AND g."start" = w."start" AND g."end" = w."end"
      AND g."deletedAt" IS NULL AND g."id" <> w."segmentId"
    WHERE NOT EXISTS (SELECT 1 FROM "pastSegment" p WHERE p."id" = g."id" AND ${GOES})
    UNION
    SELECT w."segmentId", NULL FROM "pastCoding" w JOIN "Coding" c ON c."segmentId" = w."segmentId"
      AND c."codeId" = w."wantedCode" AND c."deletedAt" IS NULL AND c."id" <> w."id"
    WHERE w."how" <> 'gone' AND NOT EXISTS (SELECT 1 FROM "pastCoding" p WHERE p."id" = c."id" AND ${GOES})
    UNION
    SELECT g."id", NULL FROM (SELECT "segmentId" FROM "pastSegment" UNION SELECT "segmentId" FROM "pastCoding") t
      JOIN "Segment" g ON g."id" = t."segmentId" LEFT JOIN "pastSegment" s ON s."id" = g."id"
    WHERE coalesce(s."how" <> 'gone', g."deletedAt" IS NULL) <> EXISTS (
      SELECT 1 FROM "Coding" c LEFT JOIN "pastCoding" p ON p."id" = c."id"
      WHERE c."segmentId" = g."id" AND coalesce(p."how" <> 'gone', c."deletedAt" IS NULL))`);
}

/** What becomes of the segments of those transcripts in which some have been changed. */
async function handingsBeside(tx: Tx, changed: readonly Changed[]): Promise<Handing[]> {
  const rows = await tx.$queryRawUnsafe<
    { id: string; coderId: string; goes: boolean; comes: boolean; now: Place; wanted: Place }[]
  >(
    `SELECT p."id", p."coderId", p."how" <> 'back' AND ${GOES} AS goes, ${COMES} AS comes,
       jsonb_build_object('versionId', p."versionId", 'start', o."start", 'end', o."end") AS now,
       jsonb_build_object('versionId', p."versionId", 'start', w."start", 'end', w."end") AS wanted
     FROM "pastSegment" p JOIN "Segment" o ON o."id" = p."id", LATERAL (SELECT ${WANTED}) w
     WHERE p."transcriptId" IN (SELECT g."transcriptId" FROM "Segment" g WHERE g."id" = ANY($1::uuid[]))`,
    [...new Set(changed.map(({ segmentId }) => segmentId))],
  );
  return rows.map(({ id, coderId, goes, comes, now, wanted }) => {
    const stays = now.start === wanted.start && now.end === wanted.end && goes && comes;
    return { id, coderId, gives: goes && !stays ? now : null, takes: comes && !stays ? wanted : null };
  });
}

/** What stayed as it was, as a part of what an event holds: the ids of its segments, where there are any. */
export const leftIn = (which: string) =>
  `coalesce((SELECT jsonb_build_object('left', jsonb_agg(p."segmentId" ORDER BY p."segmentId")) FROM "pastLeft" p
    WHERE ${which} HAVING count(*) > 0), '{}')`;

export async function leftCount(tx: Tx): Promise<number> {
  const [counted] = await tx.$queryRaw<{ left: number }[]>`SELECT count(*)::int AS "left" FROM "pastLeft"`;
  return counted?.left ?? 0;
}

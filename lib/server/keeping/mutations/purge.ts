import "server-only";
import { prisma } from "@/lib/server/db";
import { forgetRows, forgetting } from "@/lib/server/erasure/mutations";
import type { Tx } from "@/lib/server/history";
import { agedRows } from "./aged";

/** How much was deleted for good. */
export interface Purged {
  memos: number;
  segments: number;
  codings: number;
  interviewees: number;
  questions: number;
  /** Recordings that were cut off, with the server that took them in. */
  recordings: number;
}

/** One server at a time; the others have nothing left to do. */
export const LOCK = 7_205_759_403_792_794n;

/** Memos on somebody who is gone for good go with them. */
const ON_GONE = `DELETE FROM "Memo" WHERE "intervieweeId" = ANY($1::uuid[]) RETURNING "id", "studyId"`;

const ANSWERS = `DELETE FROM "Memo" WHERE "threadId" IS NOT NULL AND "deletedAt" < $1 RETURNING "id", "studyId"`;

/** An opener stays as long as one of its answers does. */
const OPENERS = `
DELETE FROM "Memo" m WHERE m."threadId" IS NULL AND m."deletedAt" < $1
  AND NOT EXISTS (SELECT 1 FROM "Memo" a WHERE a."threadId" = m."id") RETURNING m."id", m."studyId"`;

/** A memo on a segment keeps it, and goes with the time of its own. */
const SEGMENTS = `
DELETE FROM "Segment" g WHERE g."deletedAt" < $1
  AND NOT EXISTS (SELECT 1 FROM "Coding" c WHERE c."segmentId" = g."id")
  AND NOT EXISTS (SELECT 1 FROM "Memo" m WHERE m."segmentId" = g."id")
RETURNING g."id", g."studyId", g."transcriptId"`;

interface Gone {
  id: string;
  studyId: string;
  transcriptId?: string;
}

/**
 * Deletes for good what was deleted before a moment, with its words in the history: codings, segments on which nothing
 * stands any more, memos, and of interviewees, interviews, attributes and the guide what only the history holds. It keeps
 * who did what and when, and with which code. Nothing while another server does it.
 */
export function purgeDeleted(before: Date): Promise<Purged | null> {
  return prisma().$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<
        { mine: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(${LOCK}) AS mine`;
      if (!lock?.mine) return null;
      const aged = await agedRows(tx, before);
      const take = (statement: string, value: unknown) => tx.$queryRawUnsafe<Gone[]>(statement, value);
      const orphans = await take(
        ON_GONE,
        aged.filter(({ table }) => table === "interviewee").map(({ id }) => id),
      );
      const memos = [...orphans, ...(await take(ANSWERS, before)), ...(await take(OPENERS, before))];
      const codings = await tx.$executeRaw`DELETE FROM "Coding" WHERE "deletedAt" < ${before}`;
      const segments = await take(SEGMENTS, before);
      const recordings = await tx.$executeRaw`DELETE FROM "Recording"
        WHERE "readyAt" IS NULL AND "createdAt" < now() - interval '1 day'`;
      await forgetting(tx, "purged", async () => {
        for (const [studyId, rows] of byStudy([...aged, ...memos])) await forgetListed(tx, studyId, rows);
        for (const [studyId, rows] of byStudy(segments)) await forgetSegments(tx, studyId, rows);
      });
      const count = (wanted: string) => aged.filter(({ table }) => table === wanted).length;
      const [interviewees, questions] = [count("interviewee"), count("question")];
      return { memos: memos.length, segments: segments.length, codings, interviewees, questions, recordings };
    },
    { timeout: 300_000 },
  );
}

function byStudy<Row extends Gone>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const list = found.get(row.studyId);
    if (list) list.push(row);
    else found.set(row.studyId, [row]);
  }
  return found;
}

const idsOf = (rows: readonly Gone[]) => new Set(rows.map(({ id }) => id));

/** Events of lists and memos lie in no transcript. */
const forgetListed = (tx: Tx, studyId: string, rows: readonly Gone[]) =>
  forgetRows(
    tx,
    studyId,
    { ids: idsOf(rows), among: `e."transcriptId" IS NULL AND e."kind" NOT LIKE 'code.%'` },
    "purged",
  );

const HOLDS = (side: string) => `EXISTS (
  SELECT 1 FROM jsonb_array_elements(CASE jsonb_typeof(e."${side}"->'segments') WHEN 'array' THEN e."${side}"->'segments' ELSE '[]' END) x
  WHERE x->>'id' IN (SELECT unnest($4::text[])))`;

/** The words of segments; which codes were put on them, and by whom, stays. */
const forgetSegments = (tx: Tx, studyId: string, rows: readonly Gone[]) =>
  forgetRows(
    tx,
    studyId,
    {
      ids: idsOf(rows),
      own: true,
      among: `e."transcriptId" = ANY($3::uuid[]) AND e."kind" LIKE 'coding.%' AND (${HOLDS("before")} OR ${HOLDS("after")})`,
      values: [[...new Set(rows.flatMap(({ transcriptId }) => transcriptId ?? []))], [...idsOf(rows)]],
    },
    "purged",
  );

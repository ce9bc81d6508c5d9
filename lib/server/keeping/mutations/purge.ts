import "server-only";
import { prisma } from "@/lib/server/db";
import type { Tx } from "@/lib/server/history";

/** How much was deleted for good. */
export interface Purged {
  memos: number;
  segments: number;
  codings: number;
  /** Recordings that were cut off, with the server that took them in. */
  recordings: number;
}

/** One server at a time; the others have nothing left to do. */
export const LOCK = 7_205_759_403_792_794n;

const ANSWERS = `DELETE FROM "Memo" WHERE "threadId" IS NOT NULL AND "deletedAt" < $1 RETURNING "id"`;

/** An opener stays as long as one of its answers does. */
const OPENERS = `
DELETE FROM "Memo" m WHERE m."threadId" IS NULL AND m."deletedAt" < $1
  AND NOT EXISTS (SELECT 1 FROM "Memo" a WHERE a."threadId" = m."id") RETURNING m."id"`;

/** The words of memos that are gone, wherever the history holds them: their own events, and steps that took some of these back. */
const FORGET = `
UPDATE "HistoryEvent" e SET "before" = CASE WHEN e."before" IS NULL THEN NULL ELSE '{"purged": true}'::jsonb END,
  "after" = '{"purged": true}'
WHERE (e."kind" LIKE 'memo.%' AND (e."after"->>'id' = ANY($1::text[]) OR e."before"->>'id' = ANY($1::text[])))
  OR (e."kind" = 'history.undo' AND jsonb_typeof(e."after"->'rows') = 'array' AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(e."after"->'rows') x WHERE x->>'table' = 'memo' AND x->>'id' = ANY($1::text[])))`;

/**
 * Deletes for good what was deleted before a moment: codings, segments on which nothing stands any more, and memos
 * with their words in the history. The history keeps who did what to codings, and when. Nothing while another server does it.
 */
export function purgeDeleted(before: Date): Promise<Purged | null> {
  return prisma().$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<
        { mine: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(${LOCK}) AS mine`;
      if (!lock?.mine) return null;
      const memos = await purgeMemos(tx, before);
      const codings = await tx.$executeRaw`DELETE FROM "Coding" WHERE "deletedAt" < ${before}`;
      // A memo on a segment keeps it, and goes with the time of its own.
      const segments = await tx.$executeRaw`DELETE FROM "Segment" g WHERE g."deletedAt" < ${before}
        AND NOT EXISTS (SELECT 1 FROM "Coding" c WHERE c."segmentId" = g."id")
        AND NOT EXISTS (SELECT 1 FROM "Memo" m WHERE m."segmentId" = g."id")`;
      const recordings = await tx.$executeRaw`DELETE FROM "Recording"
        WHERE "readyAt" IS NULL AND "createdAt" < now() - interval '1 day'`;
      return { memos, segments, codings, recordings };
    },
    { timeout: 300_000 },
  );
}

async function purgeMemos(tx: Tx, before: Date): Promise<number> {
  const answers = await tx.$queryRawUnsafe<{ id: string }[]>(ANSWERS, before);
  const openers = await tx.$queryRawUnsafe<{ id: string }[]>(OPENERS, before);
  const ids = [...answers, ...openers].map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.$executeRaw`SELECT set_config('kikitori.purging', 'on', true)`;
  await tx.$executeRawUnsafe(FORGET, ids);
  await tx.$executeRaw`SELECT set_config('kikitori.purging', 'off', true)`;
  return ids.length;
}

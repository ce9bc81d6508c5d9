import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { MemoCounts } from "@/lib/schemas/memos";
import { seenMemos } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { visibleThreads } from "./visible";

/** How many open threads there are about the study and about each of its rows, of those that the member sees. */
export async function countThreads(scope: StudyScope): Promise<MemoCounts> {
  const { rows } = await pool().query<{ of: string | null; count: number }>(
    `SELECT coalesce(o."transcriptId", o."segmentId", o."codeId", o."intervieweeId") AS of, count(*)::int AS count
     FROM "Memo" o WHERE ${visibleThreads(scope)} AND o."resolvedAt" IS NULL
       AND EXISTS (SELECT 1 FROM "Memo" m WHERE (m."id" = o."id" OR m."threadId" = o."id") AND m."deletedAt" IS NULL AND ${seenMemos(scope)})
     GROUP BY 1`,
    [scope.studyId, scope.userId],
  );
  const study = rows.find(({ of }) => of === null)?.count ?? 0;
  return { study, byId: Object.fromEntries(rows.flatMap(({ of, count }) => (of ? [[of, count]] : []))) };
}

/** Everybody who has written a memo in a thread that the member sees, by name. */
export async function memoAuthors(scope: StudyScope): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT DISTINCT u."id", u."name" FROM "Memo" o
     JOIN "Memo" m ON (m."id" = o."id" OR m."threadId" = o."id") AND m."deletedAt" IS NULL
     JOIN "User" u ON u."id" = m."authorId" WHERE ${visibleThreads(scope)} AND ${seenMemos(scope)} ORDER BY u."name", u."id"`,
    [scope.studyId, scope.userId],
  );
  return rows;
}

import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { visibleThreads } from "../data";

/** A memo as the history keeps it. */
export const ROW = {
  id: true,
  threadId: true,
  about: true,
  transcriptId: true,
  segmentId: true,
  codeId: true,
  intervieweeId: true,
  authorId: true,
  text: true,
  resolvedAt: true,
  deletedAt: true,
} as const;

interface Dated {
  resolvedAt: Date | null;
  deletedAt: Date | null;
}

export function plain<Row extends Dated>({ resolvedAt, deletedAt, ...row }: Row) {
  return { ...row, resolved: resolvedAt !== null, deleted: deletedAt !== null };
}

/** Throws `not_found` where the thread is none that the member sees. */
async function checkVisible(tx: Tx, scope: StudyScope, threadId: string): Promise<void> {
  const rows = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT o."id" FROM (SELECT $1::uuid AS "study", $2::uuid AS "person", $3::uuid AS "thread") asked
     JOIN "Memo" o ON o."id" = asked."thread" WHERE ${visibleThreads(scope)}`,
    scope.studyId,
    scope.userId,
    threadId,
  );
  if (rows.length === 0) throw new AppError("not_found");
}

/** The memo, locked, in a thread that the member sees. Throws `not_found`. */
export async function lockedMemo(tx: Tx, scope: StudyScope, memoId: string) {
  await lockRow(tx, "Memo", memoId);
  const row = await tx.memo.findFirst({ where: { id: memoId, studyId: scope.studyId }, select: ROW });
  if (!row) throw new AppError("not_found");
  await checkVisible(tx, scope, row.threadId ?? row.id);
  if (scope.blind && row.authorId !== scope.userId) throw new AppError("not_found");
  return plain(row);
}

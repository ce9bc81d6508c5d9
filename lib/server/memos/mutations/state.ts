import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { MemoRef } from "@/lib/schemas/memos";
import { mutate } from "@/lib/server/history";
import { lockedMemo, plain, ROW } from "./shared";

type Ref = z.output<typeof MemoRef>;

/** Says that a thread is settled. Throws `not_found` where the member sees no such thread. */
export function resolveThread(scope: StudyScope, { eventId, memoId }: Ref) {
  const settled = { resolvedAt: new Date(), resolvedById: scope.userId };
  return setState(scope, { eventId, memoId, kind: "memo.resolve", data: settled });
}

/** Takes a settled thread up again. Throws alike. */
export function reopenThread(scope: StudyScope, { eventId, memoId }: Ref) {
  const open = { resolvedAt: null, resolvedById: null };
  return setState(scope, { eventId, memoId, kind: "memo.reopen", data: open });
}

/** Takes one's own memo away; answers to it stay. Throws `forbidden` of another's. */
export function deleteMemo(scope: StudyScope, { eventId, memoId }: Ref) {
  return setState(scope, { eventId, memoId, kind: "memo.delete", data: { deletedAt: new Date() } });
}

/** Brings one's own memo back. Throws alike. */
export function restoreMemo(scope: StudyScope, { eventId, memoId }: Ref) {
  return setState(scope, { eventId, memoId, kind: "memo.restore", data: { deletedAt: null } });
}

interface Step extends Ref {
  kind: "memo.resolve" | "memo.reopen" | "memo.delete" | "memo.restore";
  data: { resolvedAt: Date | null; resolvedById: string | null } | { deletedAt: Date | null };
}

function setState(scope: StudyScope, { eventId, memoId, kind, data }: Step) {
  return mutate(scope, { id: eventId, kind }, async (tx) => {
    const before = await lockedMemo(tx, scope, memoId);
    const ofThread = "resolvedAt" in data;
    if (ofThread && before.threadId !== null) throw new AppError("not_found");
    if (!ofThread && before.authorId !== scope.userId) throw new AppError("forbidden");
    return { before, after: plain(await tx.memo.update({ where: { id: memoId }, data, select: ROW })) };
  });
}

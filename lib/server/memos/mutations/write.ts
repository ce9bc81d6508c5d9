import "server-only";
import type { z } from "zod";
import { can, type StudyAction } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { AnswerMemo, EditMemo, MemoAbout, MemoTarget, WriteMemo } from "@/lib/schemas/memos";
import { seenSegments } from "@/lib/server/blind";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockedMemo, plain, ROW } from "./shared";

/** What it takes to see a thing, and so to write about it. */
const SEEN_BY: Record<MemoAbout, StudyAction> = {
  study: "study.view",
  transcript: "transcript.read",
  segment: "transcript.read",
  code: "study.view",
  interviewee: "people.view",
};

/** Opens a thread. Throws `forbidden` where the member may not see what it is about, `not_found` where that is not of the study. */
export function writeMemo(scope: StudyScope, { eventId, id, target, text }: z.output<typeof WriteMemo>) {
  return mutate(scope, { id: eventId, kind: "memo.add" }, async (tx) => {
    const { about } = target;
    if (!can(scope.role, SEEN_BY[about])) throw new AppError("forbidden");
    await checkTarget(tx, scope, target);
    const { studyId, userId: authorId } = scope;
    const of = about === "study" ? {} : { [`${about}Id`]: target.id };
    const row = await tx.memo.create({ data: { id, studyId, authorId, about, text, ...of }, select: ROW });
    return { before: null, after: plain(row) };
  });
}

/** Answers in a thread, which is open again if it was resolved. Throws `not_found` where the member sees no such thread. */
export function answerMemo(scope: StudyScope, { eventId, id, threadId, text }: z.output<typeof AnswerMemo>) {
  return mutate(scope, { id: eventId, kind: "memo.answer" }, async (tx) => {
    const opener = await lockedMemo(tx, scope, threadId);
    if (opener.threadId !== null) throw new AppError("not_found");
    const { about, transcriptId, segmentId, codeId, intervieweeId } = opener;
    const of = { about, transcriptId, segmentId, codeId, intervieweeId };
    const { studyId, userId: authorId } = scope;
    const row = await tx.memo.create({ data: { id, studyId, authorId, threadId, text, ...of }, select: ROW });
    if (opener.resolved)
      await tx.memo.update({ where: { id: threadId }, data: { resolvedAt: null, resolvedById: null } });
    return { before: null, after: plain(row) };
  });
}

/** Changes the words of one's own memo. Throws `forbidden` of another's, `conflict` where they are no longer those of `base`. */
export function editMemo(scope: StudyScope, { eventId, memoId, base, text }: z.output<typeof EditMemo>) {
  return mutate(scope, { id: eventId, kind: "memo.edit" }, async (tx) => {
    const before = await lockedMemo(tx, scope, memoId);
    if (before.authorId !== scope.userId) throw new AppError("forbidden");
    if (before.deleted) throw new AppError("not_found");
    if (before.text !== base && before.text !== text) throw changedMeanwhile(["text"], before);
    const row = await tx.memo.update({
      where: { id: memoId },
      data: { text, editedAt: new Date() },
      select: ROW,
    });
    return { before, after: plain(row) };
  });
}

async function checkTarget(tx: Tx, scope: StudyScope, target: MemoTarget): Promise<void> {
  const { studyId, codebookStudyId } = scope;
  const there = await find();
  if (there === null) throw new AppError("not_found");

  function find(): Promise<object | null> | object {
    switch (target.about) {
      case "study":
        return {};
      case "transcript":
        return tx.transcript.findFirst({ where: { id: target.id, studyId }, select: { id: true } });
      case "segment":
        return seenSegment(tx, scope, target.id);
      case "code":
        return tx.code.findFirst({
          where: { id: target.id, studyId: codebookStudyId },
          select: { id: true },
        });
      case "interviewee":
        return tx.interviewee.findFirst({ where: { id: target.id, studyId }, select: { id: true } });
    }
  }
}

async function seenSegment(tx: Tx, scope: StudyScope, id: string): Promise<object | null> {
  const rows = await tx.$queryRawUnsafe<object[]>(
    `SELECT g."id" FROM ${seenSegments(scope)} g WHERE g."id" = $1::uuid AND g."studyId" = $2::uuid`,
    id,
    scope.studyId,
  );
  return rows[0] ?? null;
}

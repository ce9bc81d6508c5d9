"use server";

import { AnswerMemo, EditMemo, MemoRef, WriteMemo } from "@/lib/schemas/memos";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Opens a thread about anything of a study. */
export const writeMemo = defineAction({
  input: WriteMemo,
  scope: ({ target }) =>
    "studyId" in target
      ? scopeOf("study", target.studyId, "memos.view")
      : scopeOf(target.about, target.id, "memos.view"),
  run: mutations.writeMemo,
});

export const answerMemo = defineAction({
  input: AnswerMemo,
  scope: ({ threadId }) => scopeOf("memo", threadId, "memos.view"),
  run: mutations.answerMemo,
});

export const editMemo = defineAction({
  input: EditMemo,
  scope: ({ memoId }) => scopeOf("memo", memoId, "memos.view"),
  run: mutations.editMemo,
});

export const resolveThread = defineAction({
  input: MemoRef,
  scope: ({ memoId }) => scopeOf("memo", memoId, "memos.view"),
  run: mutations.resolveThread,
});

export const reopenThread = defineAction({
  input: MemoRef,
  scope: ({ memoId }) => scopeOf("memo", memoId, "memos.view"),
  run: mutations.reopenThread,
});

export const deleteMemo = defineAction({
  input: MemoRef,
  scope: ({ memoId }) => scopeOf("memo", memoId, "memos.view"),
  run: mutations.deleteMemo,
});

export const restoreMemo = defineAction({
  input: MemoRef,
  scope: ({ memoId }) => scopeOf("memo", memoId, "memos.view"),
  run: mutations.restoreMemo,
});

"use server";

import { AddCodes, EditCode, MoveCode, RestoreCode, RetireCode } from "@/lib/schemas/codebook";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

export const addCodes = defineAction({
  input: AddCodes,
  scope: ({ studyId }) => scopeOf("study", studyId, "codebook.edit"),
  run: mutations.addCodes,
});

export const editCode = defineAction({
  input: EditCode,
  scope: ({ codeId }) => scopeOf("code", codeId, "codebook.edit"),
  run: mutations.editCode,
});

export const moveCode = defineAction({
  input: MoveCode,
  scope: ({ codeId }) => scopeOf("code", codeId, "codebook.edit"),
  run: mutations.moveCode,
});

export const retireCode = defineAction({
  input: RetireCode,
  scope: ({ codeId }) => scopeOf("code", codeId, "codebook.edit"),
  run: mutations.retireCode,
});

export const restoreCode = defineAction({
  input: RestoreCode,
  scope: ({ codeId }) => scopeOf("code", codeId, "codebook.edit"),
  run: mutations.restoreCode,
});

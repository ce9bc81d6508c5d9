"use server";

import {
  AddCodes,
  AddExample,
  EditCode,
  ImportCodes,
  MergeCodes,
  MoveCode,
  RemoveExample,
  RestoreCode,
  RetireCode,
  SplitCode,
} from "@/lib/schemas/codebook";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import { seenChange } from "./data";
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

export const mergeCodes = defineAction({
  input: MergeCodes,
  scope: ({ codeId }) => scopeOf("code", codeId, "codebook.edit"),
  run: async (scope, input) => seenChange(scope, await mutations.mergeCodes(scope, input)),
});

/** The codings are this study's, whosever the codebook is. */
export const splitCode = defineAction({
  input: SplitCode,
  scope: ({ studyId }) => scopeOf("study", studyId, "codings.reassign"),
  run: async (scope, input) => seenChange(scope, await mutations.splitCode(scope, input)),
});

export const importCodes = defineAction({
  input: ImportCodes,
  scope: ({ studyId }) => scopeOf("study", studyId, "codebook.edit"),
  run: mutations.importCodes,
});

/** An example is of the study in which the words stand. */
export const addExample = defineAction({
  input: AddExample,
  scope: ({ segmentId }) => scopeOf("segment", segmentId, "codebook.edit"),
  run: mutations.addExample,
});

export const removeExample = defineAction({
  input: RemoveExample,
  scope: ({ exampleId }) => scopeOf("example", exampleId, "codebook.edit"),
  run: mutations.removeExample,
});

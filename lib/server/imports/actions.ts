"use server";

import { CancelUploads, HandOn, KeepBatchChoices, KeepChoices, OpenBatch } from "@/lib/schemas/imports";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

export const openBatch = defineAction({
  input: OpenBatch,
  scope: ({ studyId }) => scopeOf("study", studyId, "transcript.add"),
  run: (scope, { id }) => mutations.openBatch(scope, id),
});

export const keepChoices = defineAction({
  input: KeepChoices,
  scope: ({ uploadId }) => scopeOf("upload", uploadId, "transcript.add"),
  run: (scope, { uploadId, choices }) => mutations.keepChoices(scope, uploadId, choices),
});

export const keepBatchChoices = defineAction({
  input: KeepBatchChoices,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  run: (scope, { batchId, choices }) => mutations.keepBatchChoices(scope, batchId, choices),
});

export const addUploads = defineAction({
  input: HandOn,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  run: (scope, { batchId, uploads }) => mutations.addUploads(scope, batchId, uploads),
});

export const readAgain = defineAction({
  input: HandOn,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  run: (scope, { batchId, uploads }) => mutations.readAgain(scope, batchId, uploads),
});

export const cancelUploads = defineAction({
  input: CancelUploads,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  run: (scope, { batchId, uploads }) => mutations.cancelUploads(scope, batchId, uploads),
});

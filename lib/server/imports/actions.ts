"use server";

import {
  CancelUploads,
  HandOn,
  KeepBatchChoices,
  KeepChoices,
  OpenBatch,
  OpenReplacement,
  ReplaceText,
} from "@/lib/schemas/imports";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

export const openBatch = defineAction({
  input: OpenBatch,
  scope: ({ studyId }) => scopeOf("study", studyId, "transcript.add"),
  run: (scope, { id }) => mutations.openBatch(scope, id),
});

/** Opens a batch for the file that is to take the place of a transcript's text. */
export const openReplacement = defineAction({
  input: OpenReplacement,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: (scope, { id, transcriptId }) => mutations.openBatch(scope, id, transcriptId),
});

/** Puts a file that was read in the place of the text, once its worker comes to it. */
export const replaceText = defineAction({
  input: ReplaceText,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: mutations.replaceText,
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

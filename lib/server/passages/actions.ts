"use server";

import { RemovePassage, SetPassage } from "@/lib/schemas/passages";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Ties turns to a question, or changes what is tied. */
export const setPassage = defineAction({
  input: SetPassage,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: mutations.setPassage,
});

export const removePassage = defineAction({
  input: RemovePassage,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: mutations.removePassage,
});

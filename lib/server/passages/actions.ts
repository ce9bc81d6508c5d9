"use server";

import { RemovePassage, SetPassage, UndoPassages } from "@/lib/schemas/passages";
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

/** Takes back what was done to passages, as an event of its own. */
export const undoPassages = defineAction({
  input: UndoPassages,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: mutations.undoPassages,
});

"use server";

import { PreviewRestore, RestoreCodings, StepBack, UndoEvent } from "@/lib/schemas/history";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Takes any event back that the member may take back. */
export const undoEvent = defineAction({
  input: UndoEvent,
  scope: ({ undoes }) => scopeOf("event", undoes, "history.view"),
  run: mutations.undoEvent,
});

/** Takes the member's own last step back, or does it again. */
export const stepBack = defineAction({
  input: StepBack,
  scope: ({ studyId }) => scopeOf("study", studyId, "history.view"),
  run: mutations.stepBack,
});

/** Says what restoring the codings would do. */
export const previewRestore = defineAction({
  input: PreviewRestore,
  scope: ({ studyId }) => scopeOf("study", studyId, "history.restore"),
  run: mutations.previewRestore,
});

/** Brings everybody's codings back to what they were. */
export const restoreCodings = defineAction({
  input: RestoreCodings,
  scope: ({ studyId }) => scopeOf("study", studyId, "history.restore"),
  run: mutations.restoreCodings,
});

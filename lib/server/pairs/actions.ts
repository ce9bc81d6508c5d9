"use server";

import { BreakPair, MakePair, SetAlignment } from "@/lib/schemas/pairs";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Sets which turns of a pair say the same. */
export const setAlignment = defineAction({
  input: SetAlignment,
  scope: ({ transcriptId, personId }) => scopeOf("transcript", transcriptId, "transcript.correct", personId),
  run: mutations.setAlignment,
});

/** Puts two transcripts of one talk together. */
export const makePair = defineAction({
  input: MakePair,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: mutations.makePair,
});

/** Takes a pair apart. */
export const breakPair = defineAction({
  input: BreakPair,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: mutations.breakPair,
});

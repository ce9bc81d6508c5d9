"use server";

import {
  EraseInterviewee,
  EraseTranscript,
  FindErased,
  PreviewInterviewee,
  PreviewTranscript,
} from "@/lib/schemas/erasure";
import { defineAction } from "@/lib/server/access/define-action";
import { actor, scopeOf } from "@/lib/server/access/gate";
import * as data from "./data";
import * as mutations from "./mutations";

/** Says what erasing an interviewee would take. */
export const previewInterviewee = defineAction({
  input: PreviewInterviewee,
  scope: ({ studyId }) => scopeOf("study", studyId, "consent.erase"),
  run: (scope, { intervieweeId, shared }) => data.previewInterviewee(scope, intervieweeId, shared),
});

/** Erases an interviewee for good. */
export const eraseInterviewee = defineAction({
  input: EraseInterviewee,
  scope: ({ studyId }) => scopeOf("study", studyId, "consent.erase"),
  run: mutations.eraseInterviewee,
});

/** Says what erasing a transcript would take. */
export const previewTranscript = defineAction({
  input: PreviewTranscript,
  scope: ({ studyId }) => scopeOf("study", studyId, "consent.erase"),
  run: (scope, { transcriptId }) => data.previewTranscript(scope, transcriptId),
});

/** Erases a transcript for good. */
export const eraseTranscript = defineAction({
  input: EraseTranscript,
  scope: ({ studyId }) => scopeOf("study", studyId, "consent.erase"),
  run: mutations.eraseTranscript,
});

/** Says which of the transcripts that a browser keeps something of have been erased, so that it drops that. */
export const findErased = defineAction({
  input: FindErased,
  scope: () => actor(),
  run: (person, { ids }) => data.erasedAmong(person, ids),
});

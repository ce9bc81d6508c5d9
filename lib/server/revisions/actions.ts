"use server";

import {
  CorrectionInput,
  DecideInput,
  ElsewhereInput,
  OccurrencesInput,
  RedactInput,
  RestoreInput,
  TakeBackInput,
} from "@/lib/schemas/revisions";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import { elsewhere, findWords, seenCorrection } from "./data";
import * as mutations from "./mutations";

/** Corrects a transcript in place. */
export const correctInPlace = defineAction({
  input: CorrectionInput,
  scope: ({ transcriptId, personId }) => scopeOf("transcript", transcriptId, "transcript.correct", personId),
  run: async (scope, input) => seenCorrection(scope, await mutations.editTranscript(scope, input)),
});

/** Makes an older version's text current again. */
export const restoreVersion = defineAction({
  input: RestoreInput,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  run: async (scope, input) => seenCorrection(scope, await mutations.restoreVersion(scope, input)),
});

/** Says where a segment without a certain place belongs, or gives it up. */
export const decideSegment = defineAction({
  input: DecideInput,
  scope: ({ segmentId }) => scopeOf("segment", segmentId, "coding.write"),
  run: mutations.decideSegment,
});

/** Finds where a name stands, before it is hidden. */
export const findOccurrences = defineAction({
  input: OccurrencesInput,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.redact"),
  run: findWords,
});

/** Finds where a name stands besides, which hiding it in texts does not reach. */
export const findElsewhere = defineAction({
  input: ElsewhereInput,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.redact"),
  run: async (scope, { words }) => ({ studyId: scope.studyId, found: await elsewhere(scope, words) }),
});

/** Puts a pseudonym in the place of a name. */
export const redactWords = defineAction({
  input: RedactInput,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.redact"),
  run: async (scope, input) => seenCorrection(scope, await mutations.redact(scope, input)),
});

/** Puts the words behind pseudonyms back. */
export const takeBackRedactions = defineAction({
  input: TakeBackInput,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.redact"),
  run: async (scope, input) => seenCorrection(scope, await mutations.takeBackRedactions(scope, input)),
});

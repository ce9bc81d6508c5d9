import "server-only";
import { can } from "@/lib/access/can";
import {
  BatchParams,
  type BatchPlace,
  ReplacementParams,
  ReplaceParams,
  StudyParams,
} from "@/lib/schemas/imports";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { transcriptFacts } from "@/lib/server/revisions/data";
import { newTranscriptPlace } from "@/lib/server/transcripts/data";
import { batchOf, matchable, openBatches, plannedInterviews, replacementPlace } from "./data";

/** The screen of a batch: its files, and what they can be tied to. */
export const loadBatch = defineLoader({
  input: BatchParams,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  load: async (scope, { batchId }): Promise<BatchPlace> => {
    const mayAddPeople = can(scope.role, "people.edit");
    const [batch, place, people, planned] = await Promise.all([
      batchOf(scope, batchId),
      newTranscriptPlace(scope),
      matchable(scope),
      mayAddPeople ? plannedInterviews(scope) : [],
    ]);
    return {
      ...place,
      ...batch,
      interviews: [...place.interviews, ...planned],
      people,
      mayAddPeople,
      /** A guide that another study owns is changed there. */
      mayMakeGuide: can(scope.role, "guide.edit") && scope.guideStudyId === scope.studyId,
    };
  },
});

/** Where a batch begins, with those that are not done with. */
export const loadOpenBatches = defineLoader({
  input: StudyParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "transcript.add"),
  load: async (scope) => ({ studyId: scope.studyId, batches: await openBatches(scope) }),
});

/** Where the replacing of a text begins, with the files that wait for it already. */
export const loadReplace = defineLoader({
  input: ReplaceParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  load: async (scope, { transcriptId }) => ({
    studyId: scope.studyId,
    transcript: await transcriptFacts(scope, transcriptId),
    batches: (await openBatches(scope)).filter(({ replaces }) => replaces === transcriptId),
  }),
});

/** A file that is to take the place of a text, before it does. */
export const loadReplacement = defineLoader({
  input: ReplacementParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  load: (scope, { transcriptId, batchId }) => replacementPlace(scope, transcriptId, batchId),
});

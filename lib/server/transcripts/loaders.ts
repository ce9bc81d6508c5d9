import "server-only";
import { can } from "@/lib/access/can";
import { ListParams } from "@/lib/schemas/transcripts";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { openBatches, originalsOf } from "@/lib/server/imports/data";
import { guideQuestions, listTranscripts } from "./data";

/** The study's transcripts, and how many questions its guide has to be answered. */
export const loadTranscripts = defineLoader({
  input: ListParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "transcript.read"),
  load: async (scope) => ({
    studyId: scope.studyId,
    transcripts: await listTranscripts(scope),
    questions: (await guideQuestions(scope)).length,
    mayAdd: can(scope.role, "transcript.add"),
    originals: await originalsOf(scope),
    batches: can(scope.role, "transcript.add") ? await openBatches(scope) : [],
  }),
});

import "server-only";
import { z } from "zod";
import { can } from "@/lib/access/can";
import { ListParams } from "@/lib/schemas/transcripts";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { openBatches, originalsOf } from "@/lib/server/imports/data";
import { guideQuestions, listTranscripts, openingOf } from "./data";

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

/** How a transcript begins, so that it can be read with the page itself; the whole of it is a hot read. */
export const loadOpening = defineLoader({
  input: z.object({ transcriptId: z.uuid() }),
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  load: (scope, { transcriptId }) => openingOf(scope, transcriptId),
});

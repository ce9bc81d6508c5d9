import "server-only";
import { z } from "zod";
import { can } from "@/lib/access/can";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { originalsOfTranscript } from "@/lib/server/imports/data";
import { placeOf, recentCodes } from "@/lib/server/reading/data";
import { recordingOf } from "@/lib/server/recordings/data";
import { waitingIn } from "@/lib/server/revisions/data";
import { readerFrame } from "./data";

/** What stands around the text in the reader; the text and its codings are hot reads of their own. */
export const loadReader = defineLoader({
  input: z.object({ transcriptId: z.uuid() }),
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  load: async (scope, { transcriptId }) => ({
    ...(await readerFrame(scope, transcriptId)),
    waiting: await waitingIn(scope, transcriptId),
    place: await placeOf(scope, transcriptId),
    recent: await recentCodes(scope),
    originals: await originalsOfTranscript(scope, transcriptId),
    recording: await recordingOf(scope, transcriptId),
    mayAttachRecording: can(scope.role, "recording.attach"),
    mayRemoveRecording: can(scope.role, "recording.remove"),
    mayCode: can(scope.role, "coding.write"),
    setsPermissions: can(scope.role, "permission.set"),
    mayCorrect: can(scope.role, "transcript.correct"),
    mayRedact: can(scope.role, "transcript.redact"),
    maySeeOriginals: can(scope.role, "originals.view"),
    mayShowExamples: can(scope.role, "codebook.edit"),
    mayEditCodebook: can(scope.role, "codebook.edit") && scope.studyId === scope.codebookStudyId,
  }),
});

export type ReaderFrame = Awaited<ReturnType<typeof loadReader>>;

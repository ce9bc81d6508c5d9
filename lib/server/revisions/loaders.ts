import "server-only";
import { can } from "@/lib/access/can";
import { PseudonymParams, VersionParams } from "@/lib/schemas/revisions";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { originalsOfTranscript } from "@/lib/server/imports/data";
import { listPseudonyms, listVersions, queueOf, transcriptFacts } from "./data";

/** What stands around the editor; the text itself is a hot read of its own. */
export const loadEditor = defineLoader({
  input: VersionParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.correct"),
  load: async (scope, { transcriptId }) => ({
    studyId: scope.studyId,
    transcript: await transcriptFacts(scope, transcriptId),
    personId: scope.userId,
    mayRedact: can(scope.role, "transcript.redact"),
  }),
});

/** The versions of a transcript; their texts are read one by one. */
export const loadVersions = defineLoader({
  input: VersionParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  load: async (scope, { transcriptId }) => ({
    studyId: scope.studyId,
    transcript: await transcriptFacts(scope, transcriptId),
    versions: await listVersions(scope, transcriptId),
    originals: await originalsOfTranscript(scope, transcriptId),
    mayRestore: can(scope.role, "transcript.correct"),
    mayErase: can(scope.role, "consent.erase"),
    maySeeOriginals: can(scope.role, "originals.view"),
  }),
});

/** The segments that wait for a place. */
export const loadQueue = defineLoader({
  input: VersionParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "coding.write"),
  load: async (scope, { transcriptId }) => ({
    transcript: await transcriptFacts(scope, transcriptId),
    ...(await queueOf(scope, transcriptId)),
  }),
});

/** The pseudonyms of a study, with the words behind them. */
export const loadPseudonyms = defineLoader({
  input: PseudonymParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "originals.view"),
  load: async (scope) => ({ studyId: scope.studyId, pseudonyms: await listPseudonyms(scope) }),
});

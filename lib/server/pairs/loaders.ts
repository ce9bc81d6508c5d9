import "server-only";
import { can } from "@/lib/access/can";
import { type PairFrame, PairParams } from "@/lib/schemas/pairs";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { pairFrame } from "./data";

/** A transcript beside its other language, or what could be that. */
export const loadPair = defineLoader({
  input: PairParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  load: async (scope, { transcriptId }): Promise<PairFrame> => ({
    ...(await pairFrame(scope, transcriptId)),
    mayCorrect: can(scope.role, "transcript.correct"),
    personId: scope.userId,
  }),
});

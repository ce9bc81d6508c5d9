import "server-only";
import { ErasedRef, type ErasedTranscript } from "@/lib/schemas/erasure";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { erasedTranscript } from "./data";

/** Says of a transcript's address that it was erased. */
export const loadErased = defineLoader({
  input: ErasedRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: (scope, { transcriptId }): Promise<ErasedTranscript> => erasedTranscript(scope, transcriptId),
});

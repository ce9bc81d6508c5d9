import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadTranscripts": inStudy("transcript.read", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadOpening": inStudy("transcript.read", ({ a }) => ({ transcriptId: a.transcriptId })),
  "GET transcripts/[transcriptId]/text": inStudy("transcript.read", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
};

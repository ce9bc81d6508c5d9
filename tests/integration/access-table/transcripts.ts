import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadTranscripts": inStudy("transcript.read", ({ a }) => ({ studyId: a.studyId })),
  "GET transcripts/[transcriptId]/text": inStudy("transcript.read", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
};

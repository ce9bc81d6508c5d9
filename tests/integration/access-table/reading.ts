import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "actions.keepPlace": inStudy("transcript.read", ({ a }) => ({
    transcriptId: a.transcriptId,
    versionId: a.versionId,
    offset: 4,
  })),
  "actions.keepRecent": inStudy("coding.write", ({ a }) => ({ studyId: a.studyId, codeIds: [a.codeId] })),
};

import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy, signedIn } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadReader": inStudy("transcript.read", ({ a }) => ({ transcriptId: a.transcriptId })),
  "actions.applyOperations": inStudy("coding.write", ({ a }) => ({
    transcriptId: a.transcriptId,
    operations: [
      {
        id: randomUUID(),
        kind: "apply",
        versionId: a.versionId,
        segmentId: randomUUID(),
        ...a.segment,
        codings: [{ id: randomUUID(), codeId: a.spareCodeId }],
      },
    ],
  })),
  "actions.findOutOfReach": signedIn(({ a }) => ({
    transcriptIds: [a.transcriptId],
    codeIds: [a.codeId],
  })),
  "GET transcripts/[transcriptId]/codings": inStudy("transcript.read", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
};

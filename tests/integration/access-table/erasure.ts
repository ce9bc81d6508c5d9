import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { type AccessTable, inStudy, signedIn } from "@/tests/support/access";

export const table: AccessTable = {
  "actions.previewInterviewee": inStudy("consent.erase", ({ a: { studyId, intervieweeId } }) => ({
    ...{ studyId, intervieweeId, shared: "whole" },
  })),
  "actions.eraseInterviewee": inStudy("consent.erase", ({ a: { studyId, intervieweeId } }) => ({
    ...{ eventId: randomUUID(), studyId, intervieweeId, shared: "whole", reason: "consent", number: 1 },
  })),
  "actions.previewTranscript": inStudy("consent.erase", ({ a: { studyId, transcriptId } }) => ({
    ...{ studyId, transcriptId },
  })),
  "actions.eraseTranscript": inStudy("consent.erase", ({ a: { studyId, transcriptId } }) => ({
    ...{ eventId: randomUUID(), studyId, transcriptId, reason: "mistake" },
  })),
  "actions.findErased": signedIn(({ a }) => ({ ids: [a.transcriptId] })),
  "loaders.loadErased": inStudy("study.view", async ({ a: { studyId } }) => {
    const transcriptId = randomUUID();
    await prisma().erased.create({ data: { id: transcriptId, studyId, kind: "transcript" } });
    return { studyId, transcriptId };
  }),
};

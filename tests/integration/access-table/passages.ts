import { randomUUID } from "node:crypto";
import { offlineScope } from "@/lib/server/access/offline";
import { removePassage } from "@/lib/server/passages/mutations";
import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "GET transcripts/[transcriptId]/passages": inStudy("transcript.read", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
  "actions.setPassage": inStudy("transcript.correct", ({ a }) => ({
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    versionId: a.versionId,
    passageId: randomUUID(),
    questionId: a.spareQuestionId,
    start: 0,
    end: 1,
    status: "unanswered",
  })),
  "actions.removePassage": inStudy("transcript.correct", ({ a }) => ({
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    versionId: a.versionId,
    passageId: a.passageId,
  })),
  "actions.undoPassages": inStudy("transcript.correct", async ({ a }) => {
    const [undoes, { transcriptId, versionId, passageId }] = [randomUUID(), a];
    const scope = await offlineScope(a.members.lead.userId, a.studyId);
    await removePassage(scope, { eventId: undoes, transcriptId, versionId, passageId });
    return { eventId: randomUUID(), transcriptId, versionId, undoes };
  }),
};

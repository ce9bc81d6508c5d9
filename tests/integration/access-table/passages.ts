import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";

const undoing = inStudy("transcript.correct", ({ a: { transcriptId, versionId } }) => ({
  ...{ eventId: randomUUID(), transcriptId, versionId, undoes: randomUUID() },
}));

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
  "actions.undoPassages": {
    ...undoing,
    // Nothing was done that could be undone: whoever may is told so, and tests/integration/passages undoes.
    expected: (asker) => (undoing.expected(asker) === "ok" ? "not_found" : undoing.expected(asker)),
  },
};

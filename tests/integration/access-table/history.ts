import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadHistory": inStudy("history.view", ({ a }) => ({ studyId: a.studyId })),
  // The walk writes no history on the way, and only what is in it can be taken back.
  "actions.undoEvent": { elsewhere: "tests/integration/history.test.ts" },
  "actions.stepBack": inStudy("history.view", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    direction: "undo",
  })),
  "actions.previewRestore": inStudy("history.restore", ({ a }) => ({
    workId: randomUUID(),
    studyId: a.studyId,
    moment: { seq: 0 },
  })),
  "actions.restoreCodings": inStudy("history.restore", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    seq: 0,
    base: 0,
  })),
  "GET transcripts/[transcriptId]/steps": inStudy("coding.write", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
  "GET studies/[studyId]/history": inStudy("history.view", ({ a }) => ({ params: { studyId: a.studyId } })),
};

import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "GET studies/[studyId]/long-work": inStudy("history.view", ({ a }) => ({
    params: { studyId: a.studyId },
    query: { followed: randomUUID() },
  })),
  // Whose work it is, is tested in tests/integration/work.test.ts.
  "DELETE studies/[studyId]/long-work/[workId]": inStudy("history.view", ({ a }) => ({
    params: { studyId: a.studyId, workId: randomUUID() },
  })),
};

import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadExcerpts": inStudy("excerpts.view", ({ a }) => ({ studyId: a.studyId })),
  "GET studies/[studyId]/excerpts": inStudy("excerpts.view", ({ a }) => ({ params: { studyId: a.studyId } })),
  "GET studies/[studyId]/excerpts/waiting": inStudy("excerpts.view", ({ a }) => ({
    params: { studyId: a.studyId },
  })),
  "GET studies/[studyId]/excerpts.csv": inStudy("excerpts.export", ({ a }) => ({
    params: { studyId: a.studyId },
  })),
};

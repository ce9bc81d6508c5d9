import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadCompare": inStudy("compare.view", ({ a }) => ({ studyId: a.studyId })),
  "GET studies/[studyId]/compare": inStudy("compare.view", ({ a }) => ({ params: { studyId: a.studyId } })),
};

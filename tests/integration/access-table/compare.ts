import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "GET studies/[studyId]/compare": inStudy("compare.view", ({ a }) => ({ params: { studyId: a.studyId } })),
};

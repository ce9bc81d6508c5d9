import "server-only";
import { can } from "@/lib/access/can";
import type { Codebook } from "@/lib/schemas/codebook";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { homeOf } from "@/lib/server/home";
import { countUsed, listCodes, listRevisions } from "./data";

/** The codebook of a study, with how much each code is used, which those who may not compare are not told. */
export const loadCodebook = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: async (scope): Promise<Codebook> => {
    const [codes, used, revisions, home] = await Promise.all([
      listCodes(scope),
      can(scope.role, "compare.view") ? countUsed(scope) : null,
      listRevisions(scope),
      homeOf(scope, scope.codebookStudyId),
    ]);
    const mayEdit = can(scope.role, "codebook.edit") && home === null;
    return { studyId: scope.studyId, mayEdit, home, codes, used, revisions };
  },
});

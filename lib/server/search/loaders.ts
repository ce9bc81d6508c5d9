import "server-only";
import { can } from "@/lib/access/can";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { ownName, savedSearches, searchChoices } from "./data";

/** What a search can be narrowed to, what can be coded with, and the searches that are kept. */
export const loadSearch = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "search.view"),
  load: async (scope) => ({
    choices: await searchChoices(scope),
    saved: await savedSearches(scope),
    me: await ownName(scope),
    userId: scope.userId,
    mayMakeCodes: can(scope.role, "codebook.edit") && scope.studyId === scope.codebookStudyId,
    mayCode: can(scope.role, "coding.write"),
    mayExport: can(scope.role, "search.export"),
    maySave: can(scope.role, "search.save"),
  }),
});

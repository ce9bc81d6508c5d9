import "server-only";
import { can } from "@/lib/access/can";
import { ExcerptDownload } from "@/lib/schemas/excerpts";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { codeChoices, filterChoices } from "@/lib/server/compare/data";
import { excerptPage, waitingSegments } from "./data";

/** The first excerpts of a filter, and what they can be filtered by. */
export const loadExcerpts = defineLoader({
  input: ExcerptDownload,
  scope: ({ studyId }) => scopeOf("study", studyId, "excerpts.view"),
  load: async (scope, filter) => {
    const [page, waiting, choices, codes] = await Promise.all([
      excerptPage(scope, filter, { limit: 60 }),
      waitingSegments(scope, filter),
      filterChoices(scope),
      codeChoices(scope),
    ]);
    return { first: { page, waiting }, choices, codes, reads: can(scope.role, "transcript.read") };
  },
});

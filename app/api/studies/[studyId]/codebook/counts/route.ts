import { StudyRef } from "@/lib/schemas/studies";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { countCodes, countsTag } from "@/lib/server/codebook/data";

/** How much each code is used in the study, as `CodeCounts`. */
export const GET = defineRoute({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "compare.view"),
  respond: async (scope, _input, request) =>
    withETag(request, await countsTag(scope), async () => JSON.stringify(await countCodes(scope))),
});

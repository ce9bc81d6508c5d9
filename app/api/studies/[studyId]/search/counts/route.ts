import { SearchCountsRequest } from "@/lib/schemas/search";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { searchCounts } from "@/lib/server/search/data";

/** How much is found, and in whose words, as `SearchCounts`, step by step. */
export const GET = defineRoute({
  input: SearchCountsRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "search.view"),
  respond: async (scope, asked, request) => {
    const { tag, make } = await searchCounts(scope, asked, request.signal);
    return withETag(request, tag, async () => JSON.stringify(await make()));
  },
});

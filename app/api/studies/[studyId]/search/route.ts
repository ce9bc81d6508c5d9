import { SearchRequest } from "@/lib/schemas/search";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { searchPage } from "@/lib/server/search/data";

/** A page of what is found in the words of the study's transcripts, as a `SearchPage`. */
export const GET = defineRoute({
  input: SearchRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "search.view"),
  respond: async (scope, asked, request) => {
    const { tag, make } = await searchPage(scope, asked, request.signal);
    return withETag(request, tag, async () => JSON.stringify(await make()));
  },
});

import { ExcerptRequest } from "@/lib/schemas/excerpts";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { excerptPage } from "@/lib/server/excerpts/data";

/** A page of excerpts, as an `ExcerptPage`. */
export const GET = defineRoute({
  input: ExcerptRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "excerpts.view"),
  respond: async (scope, { after, limit, ...filter }) =>
    Response.json(await excerptPage(scope, filter, { after, limit }), {
      headers: { "cache-control": "private, no-store" },
    }),
});

import { CompareRequest } from "@/lib/schemas/compare";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { comparison, filterOf } from "@/lib/server/compare/data";

/** A study's codes × groups, as a `ComparePayload`. */
export const GET = defineRoute({
  input: CompareRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "compare.view"),
  respond: async (scope, { columns, by, attributes, ...filter }, request) => {
    const { tag, counted } = await comparison(scope, columns, filterOf(filter), { by, attributes });
    return withETag(request, tag, async () => {
      const { payload, tag } = await counted();
      return { body: JSON.stringify(payload), tag };
    });
  },
});

import { CodingsQuery } from "@/lib/schemas/coding";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { codingsOf, codingsWithin } from "@/lib/server/coding/data";

export const GET = defineRoute({
  input: CodingsQuery,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  respond: async (scope, { transcriptId, from, to }, request) => {
    if (from !== undefined && to !== undefined) {
      const body = await codingsWithin(scope, transcriptId, { start: from, end: to });
      return new Response(body, {
        headers: { "content-type": "application/json", "cache-control": "private, no-store" },
      });
    }
    const { tag, make } = await codingsOf(scope, transcriptId);
    return withETag(request, tag, make);
  },
});

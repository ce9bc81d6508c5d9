import { ExcerptDownload } from "@/lib/schemas/excerpts";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { waitingSegments } from "@/lib/server/excerpts/data";

/** What a filter leaves out because it waits to be placed after a correction, as `WaitingSegments`. */
export const GET = defineRoute({
  input: ExcerptDownload,
  scope: ({ studyId }) => scopeOf("study", studyId, "excerpts.view"),
  respond: async (scope, filter) =>
    Response.json(await waitingSegments(scope, filter), {
      headers: { "cache-control": "private, no-store" },
    }),
});

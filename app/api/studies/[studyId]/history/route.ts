import { HistoryRequest } from "@/lib/schemas/history";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { historyPage } from "@/lib/server/history/data";

/** A page of the history, as a `HistoryPage`. */
export const GET = defineRoute({
  input: HistoryRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "history.view"),
  respond: async (scope, { studyId: _, before, limit, within, ...filter }) =>
    Response.json(await historyPage(scope, filter, { before, limit, within }), {
      headers: { "cache-control": "private, no-store" },
    }),
});

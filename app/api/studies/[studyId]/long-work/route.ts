import { WorkAsked } from "@/lib/schemas/work";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { workState } from "@/lib/server/long-work/data";

/** The member's own long work that is under way, as a `WorkState`. */
export const GET = defineRoute({
  input: WorkAsked,
  scope: ({ studyId }) => scopeOf("study", studyId, "history.view"),
  respond: async (scope, { followed = [] }) =>
    Response.json(await workState(scope, followed), { headers: { "cache-control": "private, no-store" } }),
});

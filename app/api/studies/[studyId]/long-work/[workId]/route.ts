import { WorkRef } from "@/lib/schemas/work";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { cancelWork } from "@/lib/server/long-work/mutations";

/**
 * Stops work that is under way. No action: a browser sends those one after the other, so that it would wait for the
 * very work that it is to stop.
 */
export const DELETE = defineRoute({
  input: WorkRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "history.view"),
  respond: async (scope, { workId }) => {
    await cancelWork(scope, workId);
    return new Response(null, { status: 204 });
  },
});

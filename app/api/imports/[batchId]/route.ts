import { BatchParams } from "@/lib/schemas/imports";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { batchStamp, progressOf } from "@/lib/server/imports/data";

/** How far the files of a batch have come. */
export const GET = defineRoute({
  input: BatchParams,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  respond: async (scope, { batchId }, request) => {
    const state = await batchStamp(scope, batchId);
    return withETag(request, state.stamp, async () => JSON.stringify(await progressOf(state, batchId)));
  },
});

import { MemoListRequest } from "@/lib/schemas/memos";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { memoThreads } from "@/lib/server/memos/data";

/** A page of threads, as a `MemoPage`. */
export const GET = defineRoute({
  input: MemoListRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "memos.view"),
  respond: async (scope, { studyId: _, after, limit, ...filter }) =>
    Response.json(await memoThreads(scope, filter, { after, limit }), {
      headers: { "cache-control": "private, no-store" },
    }),
});

import { StudyRef } from "@/lib/schemas/studies";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { countThreads } from "@/lib/server/memos/data";

/** How many open threads there are, as `MemoCounts`. */
export const GET = defineRoute({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "memos.view"),
  respond: async (scope) =>
    Response.json(await countThreads(scope), { headers: { "cache-control": "private, no-store" } }),
});

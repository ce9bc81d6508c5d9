import { PassageParams } from "@/lib/schemas/passages";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { passagesOf, passagesStamp } from "@/lib/server/passages/data";

/** The guide's questions, and which of them this transcript and its interview ask and answer. */
export const GET = defineRoute({
  input: PassageParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  respond: async (scope, { transcriptId }, request) => {
    const passages = JSON.stringify(await passagesOf(scope, transcriptId));
    return withETag(request, passagesStamp(passages), async () => passages);
  },
});

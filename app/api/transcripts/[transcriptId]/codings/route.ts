import { z } from "zod";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { codingsPayload, codingsTag } from "@/lib/server/coding/data";

export const GET = defineRoute({
  input: z.object({ transcriptId: z.uuid() }),
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  respond: async (scope, { transcriptId }, request) =>
    withETag(request, await codingsTag(scope, transcriptId), () => codingsPayload(scope, transcriptId)),
});

import { z } from "zod";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { codingsOf } from "@/lib/server/coding/data";

export const GET = defineRoute({
  input: z.object({ transcriptId: z.uuid() }),
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  respond: async (scope, { transcriptId }, request) => {
    const { tag, make } = await codingsOf(scope, transcriptId);
    return withETag(request, tag, make);
  },
});

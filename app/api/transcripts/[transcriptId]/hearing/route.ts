import { HearingParams } from "@/lib/schemas/recordings";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { hearingOf } from "@/lib/server/recordings/data";

/** When the current version of a text was said, and whether there is a recording of it. */
export const GET = defineRoute({
  input: HearingParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  respond: async (scope, { transcriptId }) =>
    Response.json(await hearingOf(scope, transcriptId), { headers: { "cache-control": "no-store" } }),
});

import { StepsRequest } from "@/lib/schemas/history";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { stepsInText } from "@/lib/server/history/data";

/** What whoever asks has done last in this transcript, in whichever browser: what undo goes through. */
export const GET = defineRoute({
  input: StepsRequest,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "coding.write"),
  respond: async (scope, { transcriptId }) =>
    Response.json(await stepsInText(scope, transcriptId), {
      headers: { "cache-control": "private, no-store" },
    }),
});

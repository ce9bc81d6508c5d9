import { TextParams } from "@/lib/schemas/transcripts";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { textOf, textStamp } from "@/lib/server/transcripts/data";

/** Raised when the shape of the answer changes, so that no browser goes on with one in an older shape. */
const SHAPE = 2;

/** One version of a transcript's text with its turns and passages: the current one, or `?version=`. */
export const GET = defineRoute({
  input: TextParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  respond: async (scope, { transcriptId, version }, request) => {
    const stamp = await textStamp(scope, transcriptId, version ?? null);
    return withETag(request, `${SHAPE}-${stamp.versionId}-${stamp.stamp}`, async () =>
      JSON.stringify(await textOf(scope, stamp)),
    );
  },
});

import { VersionParams } from "@/lib/schemas/revisions";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { originalsOf } from "@/lib/server/revisions/data";

/** The words behind the pseudonyms of the current version, for those who may see them. Never kept by the browser. */
export const GET = defineRoute({
  input: VersionParams,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "originals.view"),
  respond: async (scope, { transcriptId }) =>
    Response.json(await originalsOf(scope, transcriptId), { headers: { "cache-control": "no-store" } }),
});

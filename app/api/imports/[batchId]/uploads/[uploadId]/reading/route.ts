import { UploadAddress } from "@/lib/schemas/imports";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { readingOf } from "@/lib/server/imports/data";

/** What a file held, for its preview: JSON as it lies, in gzip. The preview unpacks it, since Next sends no encoding of ours. */
export const GET = defineRoute({
  input: UploadAddress,
  scope: ({ uploadId }) => scopeOf("upload", uploadId, "transcript.add"),
  respond: async (scope, { uploadId }, request) => {
    const { stamp, bytes } = await readingOf(scope, uploadId);
    const etag = `"${stamp}"`;
    const headers = {
      etag,
      "cache-control": "private, no-cache",
      "content-type": "application/gzip",
    };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(await bytes(), { headers });
  },
});

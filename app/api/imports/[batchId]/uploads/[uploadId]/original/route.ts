import { UploadAddress } from "@/lib/schemas/imports";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { originalOf } from "@/lib/server/imports/data";

/** The file that a transcript was made of, as it was handed in. */
export const GET = defineRoute({
  input: UploadAddress,
  scope: ({ uploadId }) => scopeOf("upload", uploadId, "originals.view"),
  respond: async (scope, { uploadId }, request) => {
    const { name, size, sha256, body } = await originalOf(scope, uploadId);
    const etag = `"${sha256}"`;
    const headers = {
      etag,
      "cache-control": "private, no-cache",
      // Whatever the file holds, it is saved and never shown as a page of this site.
      "content-type": "application/octet-stream",
      "content-length": String(size),
      "content-disposition": attachment(name),
    };
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { etag } });
    return new Response(body(), { headers });
  },
});

/** The name in UTF-8 as RFC 5987 writes it, and for those that do not read it in ASCII. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

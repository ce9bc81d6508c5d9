import { ExcerptDownload } from "@/lib/schemas/excerpts";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { attachment, downloadOf, excerptCsv, studyTitle } from "@/lib/server/excerpts/data";

/** The excerpts of a filter as a CSV file, streamed. */
export const GET = defineRoute({
  input: ExcerptDownload,
  scope: ({ studyId }) => scopeOf("study", studyId, "excerpts.export"),
  respond: async (scope, filter) => {
    const day = new Date().toISOString().slice(0, 10);
    const name = `${await studyTitle(scope)} excerpts${scope.blind ? " (blind round)" : ""} ${day}.csv`;
    return new Response(await downloadOf(excerptCsv(scope, filter)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": attachment(name),
        "cache-control": "private, no-store",
      },
    });
  },
});

import { SearchAsked } from "@/lib/schemas/search";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { attachment, downloadOf, studyTitle } from "@/lib/server/excerpts/data";
import { searchCsv } from "@/lib/server/search/data";

/** Every place that a search finds, in its context, as a CSV file, streamed. */
export const GET = defineRoute({
  input: SearchAsked,
  scope: ({ studyId }) => scopeOf("study", studyId, "search.export"),
  respond: async (scope, asked) => {
    const day = new Date().toISOString().slice(0, 10);
    const name = `${await studyTitle(scope)} search ${asked.q.slice(0, 60)}${scope.blind ? " (blind round)" : ""} ${day}.csv`;
    return new Response(await downloadOf(await searchCsv(scope, asked)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": attachment(name),
        "cache-control": "private, no-store",
      },
    });
  },
});

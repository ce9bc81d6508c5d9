import { StudyRef } from "@/lib/schemas/studies";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { codebookCsv } from "@/lib/server/codebook/data";
import { attachment, studyTitle } from "@/lib/server/excerpts/data";

/** The codes in use as a CSV file, which can be read in again. */
export const GET = defineRoute({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  respond: async (scope) => {
    const day = new Date().toISOString().slice(0, 10);
    return new Response(await codebookCsv(scope), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": attachment(`${await studyTitle(scope)} codebook ${day}.csv`),
        "cache-control": "private, no-store",
      },
    });
  },
});

import { StudyRef } from "@/lib/schemas/studies";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { currentCodes } from "@/lib/server/codebook/data";

/** The codebook that a study uses, as a `CurrentCodes`: for screens that show it and learn that it changed. */
export const GET = defineRoute({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  respond: async (scope) =>
    Response.json(await currentCodes(scope), { headers: { "cache-control": "no-store" } }),
});

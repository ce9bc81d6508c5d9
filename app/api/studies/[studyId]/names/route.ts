import { StudyRef } from "@/lib/schemas/studies";
import { defineRoute, withETag } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { namesOf, namesStamp } from "@/lib/server/studies/data";

/** What the palette finds in a study by its name, as `StudyNames`. */
export const GET = defineRoute({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  respond: async (scope, _, request) =>
    withETag(request, await namesStamp(scope), async () => JSON.stringify(await namesOf(scope))),
});

import "server-only";
import { can } from "@/lib/access/can";
import { CompareRequest, comparedIn } from "@/lib/schemas/compare";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { waitingSegments } from "@/lib/server/excerpts/data";
import { comparison, filterChoices, filterOf } from "./data";

/** The matrix as it opens, and what it can be filtered by. */
export const loadCompare = defineLoader({
  input: CompareRequest,
  scope: ({ studyId }) => scopeOf("study", studyId, "compare.view"),
  load: async (scope, { columns, by, attributes, ...filter }) => {
    const [{ counted }, choices, waiting] = await Promise.all([
      comparison(scope, columns, filterOf(filter), { by, attributes }),
      filterChoices(scope),
      waitingSegments(scope, { ...filter, attributes, below: "all", of: comparedIn(columns) }),
    ]);
    return {
      payload: (await counted()).payload,
      choices,
      waiting,
      may: { code: can(scope.role, "coding.write"), addPeople: can(scope.role, "people.edit") },
    };
  },
});

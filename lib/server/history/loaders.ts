import "server-only";
import { can } from "@/lib/access/can";
import { HistoryView } from "@/lib/schemas/history";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { namesOf } from "@/lib/server/studies/data";
import { historyActors, historyPage } from "./data";

/** Events of the first page. */
const FIRST = 60;

/** The history of a study as it is filtered, and what one can filter it by. */
export const loadHistory = defineLoader({
  input: StudyRef.extend(HistoryView.shape),
  scope: ({ studyId }) => scopeOf("study", studyId, "history.view"),
  load: async (scope, { studyId: _, ...filter }) => {
    const [first, actors, names] = await Promise.all([
      historyPage(scope, filter, { limit: FIRST }),
      historyActors(scope),
      namesOf(scope),
    ]);
    return {
      studyId: scope.studyId,
      first,
      actors,
      transcripts: names.transcripts,
      codes: names.codes,
      mayRestore: can(scope.role, "history.restore"),
    };
  },
});

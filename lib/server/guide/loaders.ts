import "server-only";
import { can } from "@/lib/access/can";
import type { Guide } from "@/lib/schemas/guide";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { homeOf } from "@/lib/server/home";
import { countAsked, countInterviews, listClusters } from "./data";

/** The guide of a study, with how often each question was asked, which those who may not read transcripts are not told. */
export const loadGuide = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: async (scope): Promise<Guide> => {
    const counts = can(scope.role, "transcript.read");
    const [clusters, asked, interviews, home] = await Promise.all([
      listClusters(scope),
      counts ? countAsked(scope) : null,
      counts ? countInterviews(scope) : 0,
      homeOf(scope, scope.guideStudyId),
    ]);
    return {
      studyId: scope.studyId,
      mayEdit: can(scope.role, "guide.edit") && home === null,
      home,
      clusters,
      asked,
      interviews,
    };
  },
});

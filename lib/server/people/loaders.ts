import "server-only";
import { can } from "@/lib/access/can";
import type { People } from "@/lib/schemas/people";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { listAttributes, listInterviewees, listInterviews, listSectors } from "./data";

/** The people of a study: sectors, interviewees, interviews, and what this member may do with them. */
export const loadPeople = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.view"),
  load: async (scope): Promise<People> => {
    const [sectors, attributes, interviewees, interviews] = await Promise.all([
      listSectors(scope),
      listAttributes(scope),
      listInterviewees(scope),
      listInterviews(scope),
    ]);
    const may = {
      edit: can(scope.role, "people.edit"),
      seeNames: can(scope.role, "names.view"),
      read: can(scope.role, "transcript.read"),
      erase: can(scope.role, "consent.erase"),
    };
    return { studyId: scope.studyId, may, sectors, attributes, interviewees, interviews };
  },
});

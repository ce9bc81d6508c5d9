import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { memoSight, type Whose } from "@/lib/access/sight";

/** Whose memos the member sees in this study at the moment. */
export function sightOf({ role, blind }: StudyScope): Whose {
  return memoSight(role, { blind });
}

/**
 * The threads that a member sees, as a condition on `o`, the memo that opens one, with $1 for the study and $2
 * for the member: the one place that decides it. What is about a text is for those who may read it; what is
 * about somebody who was deleted is not shown until they are back.
 */
export function visibleThreads(scope: StudyScope): string {
  const sight = sightOf(scope);
  const conditions = [
    `o."studyId" = $1::uuid AND o."threadId" IS NULL`,
    sight === "all"
      ? "$2::uuid IS NOT NULL"
      : sight === "own"
        ? `o."authorId" = $2::uuid`
        : "$2::uuid IS NULL",
    `(o."intervieweeId" IS NULL OR EXISTS (SELECT 1 FROM "Interviewee" i WHERE i."id" = o."intervieweeId"))`,
  ];
  if (!can(scope.role, "transcript.read")) conditions.push(`o."about" NOT IN ('transcript', 'segment')`);
  if (!can(scope.role, "people.view")) conditions.push(`o."about" <> 'interviewee'`);
  return conditions.join(" AND ");
}

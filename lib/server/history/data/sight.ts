import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { historySight } from "@/lib/access/sight";
import { HISTORY_GROUPS } from "@/lib/schemas/history";

/**
 * The events that a member sees, as a condition on `e`, with $1 for the study and $2 for the member: the one
 * place that decides it. There are no blind rounds yet. Who was invited, and by what address, is for those who
 * see the members.
 */
export function visibleEvents(scope: StudyScope): string {
  const sight = historySight(scope.role, { blind: false });
  const whose = { all: "$2::uuid IS NOT NULL", own: `e."actorId" = $2::uuid`, none: "$2::uuid IS NULL" };
  const conditions = [`e."studyId" = $1::uuid`, whose[sight]];
  if (!can(scope.role, "members.view"))
    for (const kind of HISTORY_GROUPS.members) conditions.push(`e."kind" NOT LIKE '${kind}%'`);
  return conditions.join(" AND ");
}

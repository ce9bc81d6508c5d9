import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { HISTORY_GROUPS } from "@/lib/schemas/history";
import { seenEvents } from "@/lib/server/blind";

/**
 * The events that a member sees, as a condition on `e`, with $1 for the study and $2 for the member: the one
 * place that decides it. Who is blind in a round sees nothing of others' codings there (lib/server/blind.ts). Who
 * was invited, and by what address, is for those who see the members.
 */
export function visibleEvents(scope: StudyScope): string {
  const may = can(scope.role, "history.view") ? "$2::uuid IS NOT NULL" : "$2::uuid IS NULL";
  const conditions = [`e."studyId" = $1::uuid`, may, seenEvents(scope)];
  if (!can(scope.role, "members.view"))
    for (const kind of HISTORY_GROUPS.members) conditions.push(`e."kind" NOT LIKE '${kind}%'`);
  return conditions.join(" AND ");
}

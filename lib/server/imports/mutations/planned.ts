import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { ImportChoices } from "@/lib/schemas/imports";
import { prisma } from "@/lib/server/db";
import { addPlannedInterviews } from "@/lib/server/people/mutations";
import { plannedId } from "../data";

/** Makes the interviews that were planned and are now chosen for files that are handed on, by those who may. */
export async function makePlanned(scope: StudyScope, files: readonly ImportChoices[]): Promise<void> {
  const chosen = new Set(
    files.flatMap(({ kind, interviewId }) =>
      kind === "interview" && interviewId !== null ? [interviewId] : [],
    ),
  );
  if (chosen.size === 0 || !can(scope.role, "people.edit")) return;
  const { studyId } = scope;
  const known = await prisma().interview.count({ where: { studyId, id: { in: [...chosen] } } });
  if (known === chosen.size) return;
  const people = await prisma().interviewee.findMany({ where: { studyId }, select: { id: true } });
  const planned = people
    .map(({ id }) => ({ id: plannedId(id), intervieweeId: id }))
    .filter(({ id }) => chosen.has(id));
  if (planned.length > 0) await addPlannedInterviews(scope, planned);
}

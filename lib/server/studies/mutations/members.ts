import "server-only";
import { mayGrant, type Role } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { dropCountedAlone } from "@/lib/server/counted-alone";
import { mutate, type Tx } from "@/lib/server/history";

/** Throws `forbidden` where the role held or the role given is above what the person may grant; `conflict` for the last owner. */
export function changeRole(
  scope: StudyScope,
  { eventId, userId, role }: { eventId: string; userId: string; role: Role },
) {
  return mutate(scope, { id: eventId, kind: "member.role" }, async (tx) => {
    const before = await memberToChange(tx, scope, userId);
    if (!mayGrant(scope.role, role)) throw new AppError("forbidden");
    if (role !== "owner") await keepAnOwner(tx, scope, userId);
    await tx.membership.update({
      where: { studyId_userId: { studyId: scope.studyId, userId } },
      data: { role },
    });
    await dropCountedAlone(tx, scope);
    return { before, after: { userId, role } };
  });
}

/** What the person coded stays, under their name. Throws as `changeRole` does. */
export function removeMember(scope: StudyScope, { eventId, userId }: { eventId: string; userId: string }) {
  return mutate(scope, { id: eventId, kind: "member.remove" }, async (tx) => {
    const before = await memberToChange(tx, scope, userId);
    await remove(tx, scope, userId);
    return { before, after: null };
  });
}

/** Anybody may leave but the last owner, for whom it throws `conflict`. */
export function leaveStudy(scope: StudyScope, { eventId }: { eventId: string }) {
  return mutate(scope, { id: eventId, kind: "member.leave" }, async (tx) => {
    await remove(tx, scope, scope.userId);
    return { before: { userId: scope.userId, role: scope.role }, after: null };
  });
}

async function remove(tx: Tx, { studyId }: StudyScope, userId: string): Promise<void> {
  await keepAnOwner(tx, { studyId }, userId);
  await tx.membership.delete({ where: { studyId_userId: { studyId, userId } } });
  await dropCountedAlone(tx, { studyId });
}

/** The member as they are, if this person's role may touch theirs: only owners touch owners. */
async function memberToChange(tx: Tx, { studyId, role }: StudyScope, userId: string) {
  const member = await tx.membership.findUnique({
    where: { studyId_userId: { studyId, userId } },
    select: { userId: true, role: true },
  });
  if (!member) throw new AppError("not_found");
  if (!mayGrant(role, member.role)) throw new AppError("forbidden");
  return member;
}

/**
 * Locks the owners, so that two of them who step down at once do not leave the study to nobody. Somebody
 * whose account is closed can do nothing for a study, and does not count.
 */
async function keepAnOwner(tx: Tx, { studyId }: Pick<StudyScope, "studyId">, userId: string): Promise<void> {
  const owners = await tx.$queryRaw<{ userId: string; open: boolean }[]>`
    SELECT m."userId", u."disabledAt" IS NULL AS open FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."studyId" = ${studyId}::uuid AND m."role" = 'owner' ORDER BY m."userId" FOR UPDATE OF m`;
  if (!owners.some((owner) => owner.userId === userId)) return;
  if (!owners.some((owner) => owner.open && owner.userId !== userId))
    throw new AppError("conflict", { detail: "last_owner" });
}

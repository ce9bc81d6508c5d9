import "server-only";
import { ROLES } from "@/lib/access/can";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import type { Member, PendingInvitation } from "@/lib/schemas/studies";
import { hashToken } from "@/lib/server/auth/tokens";
import { prisma } from "@/lib/server/db";

/** Everybody in the study, widest role first. */
export async function members({ studyId }: StudyScope): Promise<Member[]> {
  const rows = await prisma().membership.findMany({
    where: { studyId },
    select: { role: true, user: { select: { id: true, name: true, email: true, disabledAt: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows
    .map(({ role, user }) => ({
      userId: user.id,
      name: user.name,
      email: user.email,
      role,
      disabled: user.disabledAt !== null,
    }))
    .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

/** Invitations that were neither taken nor revoked, the newest first; those that ran out are marked. */
export async function pendingInvitations({ studyId }: StudyScope): Promise<PendingInvitation[]> {
  const rows = await prisma().invitation.findMany({
    where: { studyId, acceptedAt: null, revokedAt: null },
    select: { id: true, email: true, role: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
  const now = new Date();
  return rows.map((row) => ({
    ...row,
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt <= now,
  }));
}

/** What the holder of an invitation's link is told; null for a link that is none or no longer open. */
export async function invitationOf(token: string, visitor: ActorScope | null) {
  const row = await prisma().invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: {
      email: true,
      role: true,
      study: { select: { title: true } },
      invitedBy: { select: { name: true } },
    },
  });
  if (!row) return null;
  const account = await prisma().user.findUnique({ where: { email: row.email }, select: { id: true } });
  return {
    email: row.email,
    role: row.role,
    study: row.study.title,
    invitedBy: row.invitedBy.name,
    hasAccount: account !== null,
    signedInAs: visitor?.email ?? null,
  };
}

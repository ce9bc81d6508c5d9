import "server-only";
import { mayGrant } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import type { Invite, RevokeInvitation } from "@/lib/schemas/studies";
import { insertAccount } from "@/lib/server/accounts/mutations";
import { hashPassword } from "@/lib/server/auth/password";
import { hashToken, invitationToken } from "@/lib/server/auth/tokens";
import { prisma } from "@/lib/server/db";
import { mutate, recordEvent, type Tx } from "@/lib/server/history";

/** An invitation that nobody took in a week was lost on its way, and a lost link should not work for long. */
const DAYS = 7;

/**
 * Invites an address into the study in a role; of the link's token only the hash is stored. Throws
 * `forbidden` for a role that the person may not give, `conflict` for somebody who is a member already.
 */
export function invite(scope: StudyScope, { eventId, invitationId: id, email, role }: Invite) {
  if (!mayGrant(scope.role, role)) throw new AppError("forbidden");
  const { studyId, userId: invitedById } = scope;
  return mutate(scope, { id: eventId, kind: "invitation.create" }, async (tx) => {
    const member = await tx.membership.findFirst({ where: { studyId, user: { email } } });
    if (member) throw new AppError("conflict", { fields: { email: "taken" }, detail: "already_member" });
    const expiresAt = new Date(Date.now() + DAYS * 86_400_000);
    await tx.invitation.create({
      data: { id, tokenHash: hashToken(invitationToken(id)), studyId, role, email, invitedById, expiresAt },
      select: { id: true },
    });
    return { before: null, after: { id, email, role, expiresAt: expiresAt.toISOString() } };
  });
}

/** Throws `forbidden` where the invitation is to a role that the person may not take, `conflict` where it is used up. */
export function revokeInvitation(scope: StudyScope, { eventId, invitationId: id }: RevokeInvitation) {
  return mutate(scope, { id: eventId, kind: "invitation.revoke" }, async (tx) => {
    const before = await tx.invitation.findFirst({
      where: { id, studyId: scope.studyId },
      select: { id: true, email: true, role: true },
    });
    if (!before) throw new AppError("not_found");
    if (!mayGrant(scope.role, before.role)) throw new AppError("forbidden");
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError("conflict", { detail: "invitation_over" });
    return { before, after: null };
  });
}

interface OpenInvitation {
  id: string;
  studyId: string;
  role: Invite["role"];
  email: string;
}

/**
 * The invitation of this token, locked, so that of two who take it at once one does. Throws `not_found`
 * for a token that is none, `conflict` for one that has expired, was revoked or was taken.
 */
async function openInvitation(tx: Tx, token: string): Promise<OpenInvitation> {
  const [row] = await tx.$queryRaw<(OpenInvitation & { open: boolean })[]>`
    SELECT "id", "studyId", "role"::text AS role, "email",
      "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now() AS open
    FROM "Invitation" WHERE "tokenHash" = ${hashToken(token)} FOR UPDATE`;
  if (!row) throw new AppError("not_found");
  if (!row.open) throw new AppError("conflict", { detail: "invitation_over" });
  return row;
}

/** Takes the person into the study, and writes so in its history. */
async function join(
  tx: Tx,
  { id, studyId, role }: OpenInvitation,
  userId: string,
): Promise<{ studyId: string }> {
  const member = await tx.membership.findUnique({ where: { studyId_userId: { studyId, userId } } });
  if (member) throw new AppError("conflict", { detail: "already_member" });
  await tx.membership.create({ data: { studyId, userId, role } });
  await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: userId } });
  await recordEvent(
    tx,
    { studyId, userId },
    { id: crypto.randomUUID(), kind: "member.join", before: null, after: { userId, role, invitationId: id } },
  );
  return { studyId };
}

/** Makes the invited person's account and takes it into the study. Throws `conflict` where the address has an account: sign in instead. */
export async function acceptAsNew({
  token,
  name,
  password,
}: {
  token: string;
  name: string;
  password: string;
}) {
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const invitation = await openInvitation(tx, token);
    const known = await tx.user.findUnique({ where: { email: invitation.email }, select: { id: true } });
    if (known) throw new AppError("conflict", { detail: "account_exists" });
    const userId = await insertAccount(tx, { email: invitation.email, name, passwordHash });
    return { ...(await join(tx, invitation, userId)), email: invitation.email };
  });
}

/** Takes the signed-in person into the study. Throws `forbidden` where the invitation is to another address. */
export function acceptAsMember(actor: ActorScope, { token }: { token: string }) {
  return prisma().$transaction(async (tx) => {
    const invitation = await openInvitation(tx, token);
    if (invitation.email !== actor.email) throw new AppError("forbidden", { detail: "other_address" });
    return join(tx, invitation, actor.userId);
  });
}

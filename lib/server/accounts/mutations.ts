import "server-only";
import { AppError } from "@/lib/access/errors";
import type { ActorScope } from "@/lib/access/scope";
import { hashPassword } from "@/lib/server/auth/password";
import { confirmPassword } from "@/lib/server/auth/sign-in";
import { hashToken, newToken } from "@/lib/server/auth/tokens";
import { prisma } from "@/lib/server/db";
import { sampleMode } from "@/lib/server/env";
import type { Tx } from "@/lib/server/history";
import { installerId } from "./data";

interface NewAccount {
  id?: string;
  email: string;
  name: string;
  /** Null for accounts that no password opens: those of the sample. */
  passwordHash: string | null;
  sample?: boolean;
}

/** Adds an account inside a transaction that says why: set-up, an invitation, the sample. Answers its id. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { id } = await tx.user.create({
    data: { ...account, id: account.id ?? crypto.randomUUID() },
    select: { id: true },
  });
  return id;
}

/**
 * Whether nobody has an account yet, and sample mode is off: then the first may be made with a token.
 * Whoever asks holds the answer until the transaction ends, so that there is one token and one first account.
 */
async function isEmpty(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('set-up', 0))`;
  return (
    !sampleMode() && (await tx.user.findFirst({ where: { sample: false }, select: { id: true } })) === null
  );
}

/** The token for the first account, in place of any older one; null where there is an account. */
export function openSetUp(): Promise<string | null> {
  return prisma().$transaction(async (tx) => {
    if (!(await isEmpty(tx))) return null;
    const token = newToken();
    await tx.setupToken.deleteMany({ where: { usedAt: null } });
    await tx.setupToken.create({ data: { hash: hashToken(token) }, select: { hash: true } });
    return token;
  });
}

/** Makes the first account. Throws `not_found` for a token that is none, was used or was replaced. */
export async function setUp({
  token,
  email,
  name,
  password,
}: {
  token: string;
  email: string;
  name: string;
  password: string;
}) {
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const empty = await isEmpty(tx);
    const { count } = await tx.setupToken.updateMany({
      where: { hash: hashToken(token), usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0 || !empty) throw new AppError("not_found", { detail: "setup_over" });
    await insertAccount(tx, { email, name, passwordHash });
    return { email };
  });
}

const END_SESSIONS = { sessionEpoch: { increment: 1 } } as const;

/** Sets another password and ends every session, this one too. Throws `invalid` where the current one is wrong. */
export async function changePassword(
  { userId, email }: ActorScope,
  { current, password }: { current: string; password: string },
) {
  await confirmPassword(userId, email, current);
  await prisma().user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(password), ...END_SESSIONS },
    select: { id: true },
  });
}

/** Ends every session of the signed-in person, this one too. */
export async function endSessions({ userId }: ActorScope) {
  await prisma().user.update({ where: { id: userId }, data: END_SESSIONS, select: { id: true } });
}

/**
 * Closes the signed-in person's own account; what it coded stays. Throws `conflict` for the installer's,
 * which could be opened again by nobody, and for the last owner of a study.
 */
export async function disableOwnAccount({ userId, email }: ActorScope, { current }: { current: string }) {
  await confirmPassword(userId, email, current);
  await disable(userId);
}

/** Closes another's account. Throws `forbidden` unless this person is the installer. */
export async function disableAccount(actor: ActorScope, { userId }: { userId: string }) {
  await asInstaller(actor);
  await disable(userId);
}

/** Opens a closed account again; its old sessions stay ended. Throws `forbidden` unless this person is the installer. */
export async function enableAccount(actor: ActorScope, { userId }: { userId: string }) {
  await asInstaller(actor);
  await prisma().user.update({
    where: { id: userId, sample: false },
    data: { disabledAt: null },
    select: { id: true },
  });
}

async function asInstaller({ userId }: ActorScope): Promise<void> {
  if ((await installerId()) !== userId) throw new AppError("forbidden");
}

async function disable(userId: string): Promise<void> {
  if ((await installerId()) === userId) throw new AppError("conflict", { detail: "installer_stays" });
  await prisma().$transaction(async (tx) => {
    // One at a time, or the two owners of a study could close their accounts at once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('close-account', 0))`;
    const [sole] = await tx.$queryRaw<{ studyId: string }[]>`
      SELECT m."studyId" FROM "Membership" m
      WHERE m."userId" = ${userId}::uuid AND m."role" = 'owner' AND NOT EXISTS (
        SELECT 1 FROM "Membership" o JOIN "User" u ON u."id" = o."userId"
        WHERE o."studyId" = m."studyId" AND o."role" = 'owner' AND o."userId" <> m."userId" AND u."disabledAt" IS NULL)
      LIMIT 1`;
    if (sole) throw new AppError("conflict", { detail: "sole_owner" });
    await tx.user.update({
      where: { id: userId, sample: false },
      data: { disabledAt: new Date(), ...END_SESSIONS },
      select: { id: true },
    });
  });
}

import "server-only";
import { ROLES, type Role } from "@/lib/access/can";
import type { ActorScope } from "@/lib/access/scope";
import { hashToken } from "@/lib/server/auth/tokens";
import { prisma } from "@/lib/server/db";
import { oidc, sampleMode } from "@/lib/server/env";

interface SampleAccount {
  id: string;
  name: string;
  role: Role;
}

/** The sample's accounts, each with its role there, widest role first; none unless sample mode is on. */
async function sampleAccounts(): Promise<SampleAccount[]> {
  if (!sampleMode()) return [];
  const members = await prisma().membership.findMany({
    where: { user: { sample: true, disabledAt: null }, study: { sample: true } },
    select: { role: true, user: { select: { id: true, name: true } } },
    orderBy: [{ role: "asc" }, { user: { name: "asc" } }],
  });
  const seen = new Set<string>();
  return members
    .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
    .filter(({ user }) => !seen.has(user.id) && seen.add(user.id))
    .map(({ role, user }) => ({ ...user, role }));
}

/** What the sign-in page offers beside a password. */
export async function signInOffers() {
  return { samples: await sampleAccounts(), provider: oidc()?.name ?? null };
}

/** The account that was made first, with the set-up token: it may close and open accounts. */
export async function installerId(): Promise<string | null> {
  const first = await prisma().user.findFirst({
    where: { sample: false },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return first?.id ?? null;
}

/** Whether this token still makes the first account. */
export async function setUpIsOpen(token: string): Promise<boolean> {
  if (sampleMode()) return false;
  const found = await prisma().setupToken.findFirst({
    where: { hash: hashToken(token), usedAt: null },
    select: { hash: true },
  });
  return found !== null && (await installerId()) === null;
}

/** One's own account, and for the installer everybody's. */
export async function accountPage({ userId }: ActorScope) {
  const own = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, email: true, name: true, sample: true, passwordHash: true },
  });
  const installer = (await installerId()) === userId;
  const accounts = installer
    ? await prisma().user.findMany({
        where: { sample: false },
        select: { id: true, email: true, name: true, disabledAt: true },
        orderBy: { email: "asc" },
      })
    : null;
  const { passwordHash, ...account } = own;
  return {
    account: { ...account, hasPassword: passwordHash !== null, installer },
    accounts: accounts?.map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null })) ?? null,
  };
}

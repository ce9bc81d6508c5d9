import "server-only";
import { AppError } from "@/lib/access/errors";
import { pool } from "@/lib/server/db";
import { sampleMode } from "@/lib/server/env";
import { admitAttempt } from "./attempts";
import { passwordFits } from "./password";

/** Whom a session speaks for. Whether that account may still act is the gate's to ask, at each request. */
export interface SessionClaim {
  userId: string;
  /** The account's session epoch when the session was made. */
  epoch: number;
}

interface AccountRow {
  id: string;
  epoch: number;
  passwordHash: string | null;
  closed: boolean;
  sample: boolean;
}

async function account(column: "email" | "id", value: string): Promise<AccountRow | null> {
  const { rows } = await pool().query<AccountRow>(
    `SELECT "id", "sessionEpoch" AS epoch, "passwordHash", "disabledAt" IS NOT NULL AS closed, "sample"
     FROM "User" WHERE "${column}" = $1`,
    [value],
  );
  return rows[0] ?? null;
}

const claimOf = ({ id, epoch }: AccountRow): SessionClaim => ({ userId: id, epoch });

/**
 * The claim of the account with this address and password, or null: which of the two was wrong, or
 * whether the account is closed, is not told. Throws `rate_limited`.
 */
export async function signInWithPassword(
  email: string,
  password: string,
  address: string,
): Promise<SessionClaim | null> {
  const attempt = await admitAttempt(email, address);
  const row = await account("email", email);
  const open = row && !row.closed && !row.sample ? row : null;
  if (!(await passwordFits(open?.passwordHash ?? null, password)) || !open) return null;
  await attempt.succeed();
  return claimOf(open);
}

/** The claim of a sample account: nothing is asked, and nothing is given unless sample mode is on. */
export async function signInAsSample(userId: string): Promise<SessionClaim | null> {
  const row = sampleMode() ? await account("id", userId) : null;
  return row?.sample && !row.closed ? claimOf(row) : null;
}

/** The claim of the account whose address an OpenID Connect provider has verified, or null: it makes no accounts. */
export async function signInVerified(email: string): Promise<SessionClaim | null> {
  const row = await account("email", email.toLowerCase());
  return row && !row.sample && !row.closed ? claimOf(row) : null;
}

/** Checks the signed-in person's own password before something that cannot be taken back. Guessing here is limited too. */
export async function confirmPassword(userId: string, email: string, password: string): Promise<void> {
  const attempt = await admitAttempt(email, `account:${userId}`);
  const row = await account("id", userId);
  if (!(await passwordFits(row?.passwordHash ?? null, password)))
    throw new AppError("invalid", { fields: { current: "wrong_password" } });
  await attempt.succeed();
}

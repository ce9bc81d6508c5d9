import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { type SessionClaim, sessionCookie } from "./auth";
import { secret } from "./env";

export type { SessionClaim } from "./auth";

/**
 * Whom the request's cookie speaks for; null where there is none, it is forged or it has run out.
 * It only opens the cookie: next-auth's own way would also seal a new one at every read.
 */
export async function currentSession(): Promise<SessionClaim | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const session = await decode({ token, secret: secret() }).catch(() => null);
  return session?.claim ?? null;
}

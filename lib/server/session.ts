import "server-only";
import { cookies } from "next/headers";
import { decode, type JWT } from "next-auth/jwt";
import { type SessionClaim, sessionCookie } from "./auth";
import { secret } from "./env";

export type { SessionClaim } from "./auth";

/** More people than one server has at a time. */
const MOST = 1_000;

/**
 * Cookies that were opened before, the latest last: to open one takes as long as a statement, and each comes with
 * every request of its person. It only says that a cookie is genuine; whether its account holds is asked each time.
 */
const opened = new Map<string, JWT>();

/**
 * Whom the request's cookie speaks for; null where there is none, it is forged or it has run out.
 * It only opens the cookie: next-auth's own way would also seal a new one at every read.
 */
export async function currentSession(): Promise<SessionClaim | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const known = opened.get(token);
  const session =
    known && !hasRunOut(known) ? known : await decode({ token, secret: secret() }).catch(() => null);
  opened.delete(token);
  if (!session) return null;
  opened.set(token, session);
  const [oldest] = opened.keys();
  if (opened.size > MOST && oldest !== undefined) opened.delete(oldest);
  return session.claim ?? null;
}

function hasRunOut({ exp }: JWT): boolean {
  return typeof exp !== "number" || exp * 1_000 <= Date.now();
}

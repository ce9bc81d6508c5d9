import { encode } from "next-auth/jwt";
import { target } from "./target";

/** As lib/server/auth/options names it where the address is no https. */
const COOKIE = "kikitori";

export interface Session {
  name: string;
  value: string;
}

/** The cookie of somebody signed in: sealed as the server seals it, without its form and its argon2. */
export async function sessionOf(userId: string): Promise<Session> {
  const token = { claim: { userId, epoch: 0 } };
  return { name: COOKIE, value: await encode({ token, secret: target.NEXTAUTH_SECRET }) };
}

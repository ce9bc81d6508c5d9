import "server-only";
import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

/** Whom the request's cookie speaks for. Whether that account may still act is the gate's to ask. */
export interface SessionClaim {
  userId: string;
  /** The account's session epoch when the session was made. */
  epoch: number;
}

export async function currentSession(): Promise<SessionClaim | null> {
  const session = await getServerSession(authOptions);
  return session?.claim ?? null;
}

import type { SessionClaim } from "@/lib/server/session";

/** Who is signed in, as the integration tests have it: nobody, until a test says who asks. */
export const asking: { as: SessionClaim | null } = { as: null };

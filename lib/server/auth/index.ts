import "server-only";

export { authOptions, sessionCookie } from "./options";
export type { SessionClaim } from "./sign-in";

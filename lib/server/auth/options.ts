import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/lib/access/errors";
import { SampleSignIn, SignIn, type SignInReason } from "@/lib/schemas/accounts";
import { env, oidc, secret } from "@/lib/server/env";
import { openId } from "./open-id";
import { type SessionClaim, signInAsSample, signInWithPassword } from "./sign-in";

declare module "next-auth" {
  interface Session {
    claim?: SessionClaim;
  }
  interface User {
    /** Missing where somebody comes from a provider and is not let in. */
    claim?: SessionClaim;
    /** Why not: one of the reasons that the sign-in page knows. */
    refusal?: SignInReason["reason"];
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    claim?: SessionClaim;
  }
}

/** A fortnight of not asking again; disabling the account or ending its sessions ends them at once. */
const SESSION_SECONDS = 14 * 24 * 60 * 60;

/** The cookie of the session. It has a name of its own, since cookies of one host are shared by all its ports. */
export function sessionCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https:");
  return {
    name: secure ? "__Host-kikitori" : "kikitori",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge: SESSION_SECONDS },
  };
}

const withPassword = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(credentials, request) {
    const parsed = SignIn.safeParse(credentials);
    if (!parsed.success) return null;
    const claim = await signInWithPassword(
      parsed.data.email,
      parsed.data.password,
      addressOf(request.headers),
    ).catch(asReason);
    return claim && { id: claim.userId, claim };
  },
});

const asSample = Credentials({
  id: "sample",
  credentials: { userId: {} },
  async authorize(credentials) {
    const parsed = SampleSignIn.safeParse(credentials);
    const claim = parsed.success ? await signInAsSample(parsed.data.userId).catch(asReason) : null;
    return claim && { id: claim.userId, claim };
  },
});

/** The nearest proxy writes the last address; those before it are whatever the sender claims. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "") : "";
}

/** The sign-in page learns from the error's words why it was refused, and nothing else: see `SignInReason`. */
function asReason(error: unknown): never {
  if (error instanceof AppError && error.code === "rate_limited")
    throw new Error(`rate_limited:${error.body.values?.seconds ?? ""}`);
  console.error(error);
  throw new Error("failed");
}

/** Made when asked for, so that a build needs no settings. */
export function authOptions(): AuthOptions {
  const provider = oidc();
  return {
    secret: secret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    providers: [withPassword, asSample, ...(provider ? [openId(provider)] : [])],
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    callbacks: {
      signIn: ({ user }) => Boolean(user.claim) || `/sign-in?error=${user.refusal ?? "failed"}`,
      // The token carries the claim and nothing else: who the person is, the database knows.
      jwt: ({ token, user }) => (user?.claim ? { claim: user.claim } : token),
      session: ({ session, token }) => ({ expires: session.expires, claim: token.claim }),
    },
  };
}

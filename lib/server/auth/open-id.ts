import "server-only";
import type { User } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { z } from "zod";
import type { OpenIdSettings } from "@/lib/server/env";
import { signInVerified } from "./sign-in";

const Profile = z.object({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});
type Profile = z.infer<typeof Profile>;

type Client = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0]["client"];
type TokenSet = Exclude<Parameters<Client["userinfo"]>[0], string>;

/** It always is one, whose ID token has been verified; next-auth's type says less. */
const isTokenSet = (tokens: object): tokens is TokenSet => "claims" in tokens;

/** Providers need not put the address into the ID token; those that do not say it where they are asked. */
const userinfo: UserinfoEndpointHandler = {
  async request({ tokens, client }) {
    if (!isTokenSet(tokens)) throw new Error("tokens without claims");
    const claims = tokens.claims();
    const asked = claims.email === undefined && client.issuer.metadata.userinfo_endpoint !== undefined;
    // The library refuses an answer about anybody but the subject of the ID token.
    return Profile.parse(asked ? { ...claims, ...(await client.userinfo(tokens)) } : claims);
  },
};

/**
 * Only an address that the provider has verified tells who somebody is: anybody can claim any other. Some
 * providers never say whether they did, and the installation may answer for those.
 */
async function userOf({ sub, email, email_verified }: Profile, trustEmail: boolean): Promise<User> {
  if (!email || !(email_verified ?? trustEmail)) return { id: sub, refusal: "unverified" };
  try {
    const claim = await signInVerified(email);
    return claim ? { id: sub, claim } : { id: sub, refusal: "no_account" };
  } catch (error) {
    // Thrown on, it would lead back to a sign-in page that says nothing.
    console.error(error);
    return { id: sub, refusal: "failed" };
  }
}

/** Sign-in through an OpenID Connect provider, for accounts that exist: authorization code, PKCE, state and nonce. */
export function openId(settings: OpenIdSettings): OAuthConfig<Profile> {
  const { issuer, clientId, clientSecret, name, trustEmail } = settings;
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email" } },
    idToken: true,
    userinfo,
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    profile: (profile) => userOf(profile, trustEmail),
  };
}

import "server-only";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z
    .string()
    .min(1, "DATABASE_URL is not set: start the app with `npm start`, or name a PostgreSQL database"),
  /** Connections this server may hold; two servers on one database share its limit. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  KIKITORI_SAMPLE: z.enum(["0", "1"]).default("0"),
  /** Where people reach this server: in its links, and deciding whether cookies need https. */
  NEXTAUTH_URL: z.url().default("http://127.0.0.1:3000"),
  /** Signs sessions and invitations. */
  NEXTAUTH_SECRET: z
    .string()
    .min(32, "NEXTAUTH_SECRET is shorter than 32 characters: make one with `openssl rand -base64 32`")
    .optional(),
  /** An OpenID Connect provider, through which accounts that exist may sign in by their verified address. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button of the provider says. */
  OIDC_NAME: z.string().min(1).default("OpenID Connect"),
  /** Whether an address counts as verified where the provider does not say, as of an organisation's own people. */
  OIDC_TRUST_EMAIL: z.enum(["0", "1"]).default("0"),
});

/** The settings of this server, read when first needed, so that a build needs none of them. */
let parsed: z.infer<typeof Env> | undefined;
export function env() {
  parsed ??= Env.parse(process.env);
  return parsed;
}

/** Whether the sample's accounts may sign in. */
export const sampleMode = () => env().KIKITORI_SAMPLE === "1";

export function secret(): string {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET)
    throw new Error(
      "NEXTAUTH_SECRET is not set: start the app with `npm start`, or make one with `openssl rand -base64 32`",
    );
  return NEXTAUTH_SECRET;
}

export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  trustEmail: boolean;
}

/** The OpenID Connect provider, where all three settings that it needs are there. */
export function oidc(): OpenIdSettings | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: name,
    OIDC_TRUST_EMAIL: trust,
  } = env();
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name, trustEmail: trust === "1" };
}

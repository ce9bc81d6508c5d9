import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "./paths";
import { LaunchError } from "./say";

const port = z.coerce.number().int().min(1).max(65535);
const text = z.string().trim().min(1);

/** A provider of sign-in needs all of them; with some of them, people would meet a page without its button. */
const PROVIDER = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const schema = z
  .object({
    /** A PostgreSQL 15 or later; without it the embedded one is started. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** The folder of the embedded database and of the secrets that are made here. */
    KIKITORI_DATA: text.optional(),
    /** "1" and "0" ask for sample mode, or for none, by name. */
    KIKITORI_SAMPLE: z.enum(["0", "1"]).optional(),
    /** The address on which the web server listens. */
    KIKITORI_HOST: text.default("127.0.0.1"),
    PORT: port.optional(),
    NEXTAUTH_URL: z.url().optional(),
    NEXTAUTH_SECRET: text.min(32, "is shorter than 32 characters").optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_TRUST_EMAIL: z.enum(["0", "1"]).optional(),
  })
  .superRefine((settings, context) => {
    const missing = PROVIDER.filter((name) => settings[name] === undefined);
    if (missing.length === 0 || missing.length === PROVIDER.length) return;
    for (const name of missing)
      context.addIssue({ code: "custom", path: [name], message: "is missing beside the other two" });
  });

export type Settings = z.infer<typeof schema>;

/** The settings of this start: the environment, and beneath it the file `.env`. An empty one is none. */
export function readSettings(): Settings {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new LaunchError(`Settings that cannot be used:\n${wrong.join("\n")}`);
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/**
 * Whether the sample's accounts exist and anyone on this machine may sign in with them: by default only
 * on the embedded database, elsewhere only when asked for by name, and never where others could reach it.
 */
export function sampleMode(settings: Settings): boolean {
  const local = LOOPBACK.has(settings.KIKITORI_HOST);
  const asked = settings.KIKITORI_SAMPLE === "1";
  if (asked && !local) {
    throw new LaunchError(
      "Sample mode lets anyone sign in, so it listens on this machine alone. " +
        "Unset KIKITORI_HOST, or set KIKITORI_SAMPLE=0.",
    );
  }
  return asked || (settings.KIKITORI_SAMPLE === undefined && settings.DATABASE_URL === undefined && local);
}

import "server-only";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().min(1, "DATABASE_URL is not set: start the app with `npm start`, or name a PostgreSQL database"),
  /** Connections this server may hold; two servers on one database share its limit. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  KIKITORI_SAMPLE: z.enum(["0", "1"]).default("0"),
});

/** The settings of this server, read when first needed, so that a build needs none of them. */
let parsed: z.infer<typeof Env> | undefined;
export function env() {
  parsed ??= Env.parse(process.env);
  return parsed;
}

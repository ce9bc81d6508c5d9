import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import { pool } from "@/lib/server/db";

/**
 * The limit on guessing passwords: so many failures for one e-mail address, and from one network
 * address, within the window. It is kept in the database, so it holds over restarts and for all servers.
 */
const WINDOW_MINUTES = 15;
const LIMIT = { email: 8, address: 60 };

const keyOf = (kind: keyof typeof LIMIT, value: string) =>
  `${kind}:${createHash("sha256").update(value).digest("base64url")}`;

/** Answers how many seconds to wait, or notes the attempt and answers 0. */
const ADMIT = `
  WITH recent AS (
    SELECT "at", row_number() OVER (ORDER BY "at" DESC) AS nth FROM "SignInAttempt"
    WHERE "key" = $1 AND "at" > now() - make_interval(mins => $3)
  ), wait AS (
    SELECT coalesce(max(ceil(extract(epoch FROM "at" + make_interval(mins => $3) - now()))), 0)::int AS seconds
    FROM recent WHERE nth = $2
  ), noted AS (
    INSERT INTO "SignInAttempt" ("key", "at") SELECT $1, now() WHERE (SELECT seconds FROM wait) = 0 RETURNING "id"
  )
  SELECT seconds, (SELECT "id"::text FROM noted) AS id FROM wait`;

/** What the limit no longer looks back to. Rows that another attempt is pruning are left to it. */
const PRUNE = `
  DELETE FROM "SignInAttempt" WHERE "id" IN (
    SELECT "id" FROM "SignInAttempt" WHERE "at" <= now() - make_interval(mins => $1) FOR UPDATE SKIP LOCKED)`;

/** What to do when the attempt that was let in turns out well. */
interface Attempt {
  succeed(): Promise<void>;
}

/**
 * Lets an attempt in, and counts it as failed until it succeeds, so that guesses made at the same time
 * count too. Throws `rate_limited` with the seconds to wait.
 */
export async function admitAttempt(email: string, address: string): Promise<Attempt> {
  const keys = [
    { key: keyOf("email", email), limit: LIMIT.email },
    { key: keyOf("address", address), limit: LIMIT.address },
  ];
  const ids: string[] = [];
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query(PRUNE, [WINDOW_MINUTES]);
    for (const { key, limit } of keys) {
      // One at a time for each key: of attempts made at once, no more are let in than the limit says.
      await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [key]);
      const { rows } = await client.query<{ seconds: number; id: string | null }>(ADMIT, [
        key,
        limit,
        WINDOW_MINUTES,
      ]);
      const { seconds = 0, id = null } = rows[0] ?? {};
      if (seconds > 0)
        throw new AppError("rate_limited", { detail: "rate_limited_wait", values: { seconds } });
      if (id) ids.push(id);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
  return {
    // The person's own failures are forgiven; others' from the same network address are not.
    async succeed() {
      await pool().query(`DELETE FROM "SignInAttempt" WHERE "key" = $1 OR "id" = ANY($2)`, [
        keys[0]?.key,
        ids,
      ]);
    },
  };
}

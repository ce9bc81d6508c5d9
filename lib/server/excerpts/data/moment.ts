import "server-only";
import type { PoolClient } from "pg";
import { pool } from "@/lib/server/db";

/**
 * The pieces of a file, all of them of one moment of the database: on one connection, which is let go of however the
 * file ends. A transaction that may write, for what waits for the end of the file.
 */
export async function* ofOneMoment(
  pieces: (client: PoolClient) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    yield* pieces(client);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    await finish(client, broken);
  }
}

/** Ends the transaction, of a download that was broken off too, before somebody else gets the connection. */
async function finish(client: PoolClient, broken: Error | undefined): Promise<void> {
  const failed = await client.query("ROLLBACK").then(
    () => broken,
    (error: Error) => error,
  );
  client.release(failed);
}

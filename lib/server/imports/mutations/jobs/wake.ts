import "server-only";

/** The channel on which workers are told that a file waits for them. */
export const CHANNEL = "kikitori_imports";

interface Queries {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Wakes the workers of every server, once the transaction that says so is committed. */
export async function wake(client: Queries): Promise<void> {
  await client.query("SELECT pg_notify($1, '')", [CHANNEL]);
}

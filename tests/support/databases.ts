import { databaseUrl, quoteName, withClient } from "@/lib/launch/database";

/** Makes a database as a copy of the run's migrated template and returns its address. */
export async function copyTemplate(server: string, prefix: string, name: string): Promise<string> {
  const database = `${prefix}_${name}`;
  await withClient(server, (client) =>
    client.query(`CREATE DATABASE ${quoteName(database)} TEMPLATE ${quoteName(`${prefix}_template`)}`),
  );
  return databaseUrl(server, database);
}

/** Drops every database of a run, on a server that outlives it. */
export async function dropDatabases(server: string, prefix: string): Promise<void> {
  await withClient(server, async (client) => {
    const found = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of found.rows)
      await client.query(`DROP DATABASE ${quoteName(datname)} WITH (FORCE)`);
  });
}

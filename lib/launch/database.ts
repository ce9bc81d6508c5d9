import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { root } from "./paths";
import { codeOf } from "./say";

/** Runs with one connection and closes it. */
export async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // a lost connection rejects the query in hand; nothing else needs to hear
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The address of another database of the same server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** A name as SQL writes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Makes the database if the server does not have it. */
export async function ensureDatabase(server: string, database: string): Promise<void> {
  await withClient(server, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount) return;
    try {
      await client.query(`CREATE DATABASE ${quoteName(database)}`);
    } catch (thrown) {
      if (codeOf(thrown) !== "42P04") throw thrown; // another start was quicker
    }
  });
}

/** The migrations, oldest first. */
export function migrations(): { name: string; sql: string }[] {
  const folder = path.join(root, "prisma/migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
}

/** Makes a new database with every migration, without Prisma's command line: for tests, in a moment. */
export async function migrateFresh(server: string, database: string): Promise<string> {
  await ensureDatabase(server, database);
  const url = databaseUrl(server, database);
  await withClient(url, async (client) => {
    for (const migration of migrations()) await client.query(migration.sql);
  });
  return url;
}

import { randomUUID } from "node:crypto";
import { databaseUrl, quoteName, withClient } from "../database";

/** A database that Prisma's configuration names. */
export interface Target {
  /** Without the parts that only Prisma understands. */
  readonly url: string;
  readonly database: string;
  /** PostgreSQL's schema inside the database, from `?schema=`. */
  readonly schema: string | undefined;
}

/** Throws where there is no address: Prisma asks for a database only if one is configured. */
export function parseTarget(address: string | undefined): Target {
  if (!address) throw new Error("No database is configured: set DATABASE_URL.");
  const url = new URL(address);
  const schema = url.searchParams.get("schema") ?? undefined;
  url.searchParams.delete("schema");
  return { url: url.href, schema, database: decodeURIComponent(url.pathname.slice(1)) || "postgres" };
}

/** Another database of the same server, under a name that nothing else has. */
export function shadowOf(target: Target): Target {
  const database = `prisma_migrate_shadow_db_${randomUUID()}`;
  return { ...target, database, url: databaseUrl(target.url, database) };
}

export async function canConnect(target: Target): Promise<void> {
  await withClient(target.url, (client) => client.query("SELECT 1"));
}

/** Databases are made and dropped from the one that every server has. */
export async function createDatabase({ url, database }: Target): Promise<void> {
  await withClient(databaseUrl(url, "postgres"), (client) =>
    client.query(`CREATE DATABASE ${quoteName(database)}`),
  );
}

export async function dropDatabase({ url, database }: Target): Promise<void> {
  await withClient(databaseUrl(url, "postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quoteName(database)} WITH (FORCE)`),
  );
}

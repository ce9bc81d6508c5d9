import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { databaseUrl, ensureDatabase, migrations, withClient } from "./database";
import { type Header, headerSchema, linesOf, load, MIGRATIONS_TABLE } from "./dump";
import { parsedJson } from "./json";
import { embeddedHome, embeddedServer } from "./own-database";
import { generateClient, migrate } from "./prepare";
import { LaunchError, reasonOf, say } from "./say";
import { Cleanup } from "./stop";

/** Reads a backup into an embedded database that is still empty; all of it, or nothing. */
export async function restore(args: readonly string[]): Promise<number> {
  const file = path.resolve(args[0] ?? "");
  if (!args[0] || !existsSync(file))
    throw new LaunchError("Name the backup's file: npm run db:restore -- FILE");
  const home = embeddedHome();
  const cleanup = new Cleanup();
  try {
    const { url, alone } = await embeddedServer(home, cleanup);
    if (!alone) throw new LaunchError("Kikitori runs from this folder. Stop it with Ctrl-C, then restore.");
    await ensureDatabase(url, "kikitori");
    const database = databaseUrl(url, "kikitori");
    await readBackup(database, file);
    await generateClient();
    await migrate(database);
  } finally {
    await cleanup.run();
  }
  say(`Restored from ${file} into ${home}. People sign in again with their passwords.`);
  return 0;
}

/** Makes the tables as they were when the backup was made, and fills them, in one transaction. */
export async function readBackup(database: string, file: string): Promise<void> {
  const input = createReadStream(file).pipe(createGunzip());
  const lines = linesOf(input);
  try {
    const header = await readHeader(lines, file);
    await withClient(database, async (client) => {
      await requireEmpty(client);
      await client.query("BEGIN");
      await makeTables(client, header);
      await client.query("SET LOCAL session_replication_role = replica"); // rows come in any order, and were checked once
      await load(client, lines);
      await client.query("COMMIT");
    });
  } catch (thrown) {
    if (thrown instanceof LaunchError) throw thrown;
    throw new LaunchError(`${file} could not be restored, and nothing was changed: ${reasonOf(thrown)}`);
  } finally {
    input.destroy();
  }
}

async function readHeader(lines: AsyncIterator<string>, file: string): Promise<Header> {
  const first = await lines.next().catch(() => undefined);
  const parsed = headerSchema.safeParse(parsedJson(first?.done ? "" : (first?.value ?? "")));
  if (parsed.success) return parsed.data;
  throw new LaunchError(`${file} is not a backup of Kikitori, or is damaged at its start.`);
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
  if (found.rowCount === 0) return;
  throw new LaunchError(
    "There are data in this installation already, and a restore never replaces any. Move the data folder " +
      "away, or set KIKITORI_DATA to a new one, and restore again.",
  );
}

async function makeTables(client: pg.Client, { migrations: wanted }: Header): Promise<void> {
  const known = new Map(migrations().map(({ name, sql }) => [name, sql]));
  for (const name of wanted) {
    const sql = known.get(name);
    if (sql === undefined) {
      throw new LaunchError(
        `The backup is newer than this release (it has ${name}). Restore it with a newer release.`,
      );
    }
    await client.query(sql);
  }
  // As Prisma makes it; its rows come from the backup.
  await client.query(`CREATE TABLE "${MIGRATIONS_TABLE}" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`);
}

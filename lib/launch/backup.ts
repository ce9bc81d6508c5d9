import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { databaseUrl, withClient } from "./database";
import { dump, MIGRATIONS_TABLE } from "./dump";
import { embeddedHome, embeddedServer } from "./own-database";
import { LaunchError, say } from "./say";
import { Cleanup } from "./stop";

/** Writes all data of the embedded database into one file, also while the app runs. */
export async function backup(args: readonly string[]): Promise<number> {
  const home = embeddedHome();
  if (!existsSync(path.join(home, "postgres"))) throw new LaunchError(`There are no data in ${home} yet.`);
  const now = new Date().toISOString();
  const file = path.resolve(args[0] ?? `kikitori-${now.slice(0, 19).replaceAll(":", "")}.backup.gz`);
  if (existsSync(file))
    throw new LaunchError(`${file} exists already; a backup never replaces one. Name another file.`);
  const cleanup = new Cleanup();
  try {
    const { url } = await embeddedServer(home, cleanup);
    await writeBackup(databaseUrl(url, "kikitori"), file, now);
  } finally {
    await cleanup.run();
  }
  say(
    `Backup: ${file} (${Math.ceil(statSync(file).size / 1024)} KB). It holds people's words: keep it as safe as the data.`,
  );
  return 0;
}

/** The file appears under its name only when it is whole; nobody else may read it. */
export async function writeBackup(url: string, file: string, madeAt: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await withClient(url, async (client) => {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const applied = await client.query<{ migration_name: string }>(
        `SELECT migration_name FROM "${MIGRATIONS_TABLE}" WHERE finished_at IS NOT NULL ORDER BY migration_name`,
      );
      const migrations = applied.rows.map((row) => row.migration_name);
      const text = dump(client, { kikitori: "backup", format: 1, madeAt, migrations });
      await pipeline(
        Readable.from(text),
        createGzip(),
        createWriteStream(unfinished, { mode: 0o600, flush: true }),
      );
    });
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

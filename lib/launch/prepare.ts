import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { databaseUrl, ensureDatabase, migrations, withClient } from "./database";
import { root } from "./paths";
import { codeOf, LaunchError, reasonOf, say } from "./say";
import { ownProgram, packageProgram, runStep } from "./step";

const CONFIG = ["--config", "prisma/prisma.config.ts"];
const prisma = (...args: string[]) => packageProgram("prisma/build/index.js", [...args, ...CONFIG]);

/** Generates Prisma's client if the schema, or Prisma itself, has changed since it was generated. */
export async function generateClient(signal?: AbortSignal): Promise<void> {
  const stamp = path.join(root, "node_modules/.cache/kikitori/client");
  const inputs = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
  const wanted = inputs.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
  const there = existsSync(path.join(root, "prisma/generated/client.ts")) && existsSync(stamp);
  if (there && readFileSync(stamp, "utf8") === wanted) return;
  say("Generating the database client …");
  await runStep({ failure: "The database client could not be generated", ...prisma("generate"), signal });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Brings the database to the schema of this release. Says how many migrations that took. */
export async function migrate(url: string, signal?: AbortSignal): Promise<void> {
  const applied = await appliedMigrations(url);
  const missing = migrations().filter(({ name }) => !applied.has(name));
  if (missing.length === 0) return;
  say(`Preparing the database (${missing.length} ${missing.length === 1 ? "migration" : "migrations"}) …`);
  await runStep({
    failure: "The database could not be brought up to date",
    ...prisma("migrate", "deploy"),
    env: { DATABASE_URL: url },
    signal,
  });
}

async function appliedMigrations(url: string): Promise<Set<string>> {
  const server = databaseUrl(url, "postgres");
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    // A managed database may not let us see "postgres"; it exists already then.
    await ensureDatabase(server, database).catch(() => undefined);
    return await withClient(url, async (client) => {
      const version = Number(
        (await client.query<{ server_version_num: string }>("SHOW server_version_num")).rows[0]
          ?.server_version_num,
      );
      if (version < 150_000)
        throw new LaunchError("Kikitori needs PostgreSQL 15 or later; DATABASE_URL names an older one.");
      const rows = await client.query<{ migration_name: string }>(
        'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      );
      return new Set(rows.rows.map((row) => row.migration_name));
    });
  } catch (thrown) {
    if (codeOf(thrown) === "42P01") return new Set(); // no table of migrations: a new database
    if (thrown instanceof LaunchError) throw thrown;
    const { hostname, port } = new URL(url);
    throw new LaunchError(
      `The database at ${hostname}:${port || 5432} does not answer (${reasonOf(thrown) || codeOf(thrown)}). ` +
        "Check that it runs, and DATABASE_URL.",
    );
  }
}

/** Loads the sample study, its accounts and its codings, unless they are there. */
export async function loadSample(env: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<void> {
  await runStep({
    failure: "The sample study could not be loaded",
    ...ownProgram("lib/launch/inside/sample.ts"),
    env,
    signal,
  });
}

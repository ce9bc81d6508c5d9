import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, inject, it } from "vitest";
import { writeBackup } from "@/lib/launch/backup";
import { databaseUrl, ensureDatabase, migrations, withClient } from "@/lib/launch/database";
import { readBackup } from "@/lib/launch/restore";
import { testDatabaseUrl } from "@/tests/support/database";

const folder = mkdtempSync(path.join(os.tmpdir(), "kikitori-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { server, prefix } = inject("databases");

async function newDatabase(name: string): Promise<string> {
  await ensureDatabase(server, `${prefix}_${name}`);
  return databaseUrl(server, `${prefix}_${name}`);
}

/** What Prisma writes when it applies migrations; the template was made without it. */
async function writeDownMigrations(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`CREATE TABLE "_prisma_migrations" (
      "id" VARCHAR(36) PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
      "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
      "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`);
    for (const { name } of migrations()) {
      await client.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
         VALUES (gen_random_uuid()::text, 'x', $1, now())`,
        [name],
      );
    }
  });
}

const accounts = (url: string) =>
  withClient(url, async (client) => {
    const users = await client.query(
      'SELECT "id", "email", "name", "createdAt" FROM "User" ORDER BY "email"',
    );
    const attempts = await client.query('SELECT * FROM "SignInAttempt" ORDER BY "id"');
    return { users: users.rows, attempts: attempts.rows };
  });

it("restores every row, character and sequence", async () => {
  await writeDownMigrations(testDatabaseUrl);
  const names = ["聞き取り 👂🏽", "tab\there\nline\r\nback\\slash \\.", "\\.", "e\u0301 שלום ", ""];
  await withClient(testDatabaseUrl, async (client) => {
    for (const [index, name] of names.entries()) {
      await client.query('INSERT INTO "User" ("id", "email", "name") VALUES (gen_random_uuid(), $1, $2)', [
        `${index}@example.org`,
        name,
      ]);
    }
  });
  await withClient(testDatabaseUrl, (client) =>
    client.query(`INSERT INTO "SignInAttempt" ("key") VALUES ('email:a'), ('email:b')`),
  );
  const file = path.join(folder, "all.backup.gz");
  await writeBackup(testDatabaseUrl, file, "2026-01-01T00:00:00.000Z");
  expect(statSync(file).mode & 0o077).toBe(0);

  const restored = await newDatabase("restored");
  await readBackup(restored, file);
  expect(await accounts(restored)).toEqual(await accounts(testDatabaseUrl));
  expect((await accounts(restored)).users.map((user) => user.name)).toEqual(names);
  const next = await withClient(restored, (client) =>
    client.query(`INSERT INTO "SignInAttempt" ("key") VALUES ('email:c') RETURNING "id"`),
  );
  expect(next.rows).toEqual([{ id: "3" }]);
  await expect(readBackup(restored, file)).rejects.toThrow("never replaces any");
});

it("changes nothing when a backup is damaged, foreign or newer", async () => {
  const empty = await newDatabase("empty");
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, gzipSync(text));
    return file;
  };
  const header = (names: string[]) =>
    JSON.stringify({ kikitori: "backup", format: 1, madeAt: "2026-01-01", migrations: names });
  const names = migrations().map(({ name }) => name);
  const cut = `${header(names)}\nCOPY "User" ("id", "email", "name") FROM STDIN\n${crypto.randomUUID()}\ta@example.org\tA\n`;
  await expect(readBackup(empty, write("cut.gz", cut))).rejects.toThrow("nothing was changed");
  await expect(readBackup(empty, write("foreign.gz", "PK"))).rejects.toThrow("not a backup of Kikitori");
  await expect(
    readBackup(empty, write("newer.gz", `${header([...names, "99990101_later"])}\n`)),
  ).rejects.toThrow("newer than this release");
  const left = await withClient(empty, (client) =>
    client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'"),
  );
  expect(left.rowCount).toBe(0);
});

import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { quoteName, withClient } from "@/lib/launch/database";
import { copyTemplate } from "./databases";

// A set-up file of the integration tests, so it runs before a test file imports lib/server/db: each process
// has a database of its own, and two of them can run side by side.
const { server, prefix } = inject("databases");
const kept = globalThis as typeof globalThis & { kikitoriTestDatabase?: Promise<string> };
const begun = kept.kikitoriTestDatabase;
kept.kikitoriTestDatabase ??= copyTemplate(server, prefix, randomBytes(6).toString("hex"));

/** The address of this process's own database, in which no other file works at the same time. */
export const testDatabaseUrl = await kept.kikitoriTestDatabase;

process.env.DATABASE_URL = testDatabaseUrl;
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64url");
process.env.NEXTAUTH_URL ??= "http://127.0.0.1:3000";

// Where the file before this one worked in the same process, it begins with nothing of that.
if (begun) await truncateAll();

/** Empties every table of this process's database; what the migrations themselves made stays. */
export async function truncateAll(): Promise<void> {
  await withClient(testDatabaseUrl, async (client) => {
    const found = await client.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    const names = found.rows.map((row) => quoteName(row.tablename)).join(", ");
    await client.query(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
  });
}

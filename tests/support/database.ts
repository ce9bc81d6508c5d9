import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { quoteName, withClient } from "@/lib/launch/database";
import { copyTemplate } from "./databases";

// A set-up file of the integration project, so it runs before a test file imports lib/server/db: each
// file has a database of its own, and files can run side by side.
const { server, prefix } = inject("databases");

/** The address of this test file's own database. */
export const testDatabaseUrl = await copyTemplate(server, prefix, randomBytes(6).toString("hex"));

process.env.DATABASE_URL = testDatabaseUrl;
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64url");
process.env.NEXTAUTH_URL ??= "http://127.0.0.1:3000";

/** Empties every table of this file's database; what the migrations themselves made stays. */
export async function truncateAll(): Promise<void> {
  await withClient(testDatabaseUrl, async (client) => {
    const found = await client.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    const names = found.rows.map((row) => quoteName(row.tablename)).join(", ");
    await client.query(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
  });
}

import { expect, it } from "vitest";
import { withClient } from "@/lib/launch/database";
import { testDatabaseUrl, truncateAll } from "@/tests/support/database";

it("gives each test file a migrated database of its own, and empties it", async () => {
  expect(process.env.DATABASE_URL).toBe(testDatabaseUrl);
  const count = () =>
    withClient(testDatabaseUrl, async (client) => {
      const found = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM "User"');
      return found.rows[0]?.n;
    });
  await withClient(testDatabaseUrl, (client) =>
    client.query(
      `INSERT INTO "User" ("id", "email", "name") VALUES (gen_random_uuid(), 'a@example.org', '聞き取り 👂🏽')`,
    ),
  );
  expect(await count()).toBe(1);
  await truncateAll();
  expect(await count()).toBe(0);
});

it("runs half an hour off the hour", () => {
  expect(new Date("2026-01-01T00:00:00Z").getTimezoneOffset()).toBe(-825);
});

import path from "node:path";
import { defineConfig } from "vitest/config";

// Far from where it is written: half an hour off the hour, and a day ahead of most people. Set before the
// workers start, because a process reads its zone once.
process.env.TZ = "Pacific/Chatham";

const at = (place: string) => path.join(import.meta.dirname, place);

export default defineConfig({
  resolve: {
    alias: { "@": at("."), "server-only": at("tests/support/empty.ts") },
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    env: { TZ: "Pacific/Chatham" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,architecture}/**/*.test.{ts,tsx}"],
          // Thousands of random cases on a machine that does other things too.
          testTimeout: 60_000,
          setupFiles: [at("tests/support/console.ts")],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: [at("tests/support/postgres.ts")],
          setupFiles: [at("tests/support/console.ts"), at("tests/support/database.ts")],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

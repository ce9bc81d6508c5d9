import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

/**
 * `npm test` starts a production server with the sample study on a throw-away database and names it in
 * BASE_URL. To write tests against a server that runs already, set BASE_URL and DATABASE_URL to it.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  // A shared machine can stall at the wrong moment; what passes only at a second try is named as flaky.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  // What has a server of its own to kill runs one after the other: first, so that nobody waits for it at the end.
  projects: [
    { name: "killed", testMatch: "nothing-lost.spec.ts" },
    { name: "served", testIgnore: "nothing-lost.spec.ts" },
  ],
  use: {
    baseURL: process.env.BASE_URL,
    // What is not there after that will not come: waiting for the whole of a journey's time would tell nothing more.
    actionTimeout: 30_000,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Pacific/Chatham",
    // Recording costs each journey a good part of its time; `--trace on` records the one that is looked into.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Chromium has no sandbox for root, and containers often have little shared memory.
      args: asRoot ? ["--no-sandbox", "--disable-dev-shm-usage"] : ["--disable-dev-shm-usage"],
    },
  },
});

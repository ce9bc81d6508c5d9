import type { Page } from "@playwright/test";
import { withClient } from "@/lib/launch/database";
import { test as base, expect } from "@/tests/support/e2e/base";
import { allSaved, pressAccount, selectWords, sendsCoding } from "@/tests/support/e2e/study";
import { type OwnTrial, startOwnTrial } from "@/tests/support/launch/own-trial";

// What goes wrong in a day's work, on an installation whose parts can be killed. After each, the server has
// exactly what the coder saw, each once: one segment, one coding and one event.

const test = base.extend<object, { trial: OwnTrial }>({
  trial: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const trial = await startOwnTrial();
      await use(trial);
      await trial.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});
test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);
// The browser writes each request that fails to its console; here that is what is tested.
test.use({ expectedErrors: /^$|ERR_|Failed to load resource|Failed to fetch|server|fetch/ });

const state = (page: Page) => page.getByRole("region", { name: "State of the work" });
const label = (page: Page, name: string) => page.locator(".reader-names", { hasText: name });
const first = (page: Page) => page.locator("[data-text-start='0']");

/** Opens a transcript of the sample, which no other of these tests writes in; answers words of its beginning. */
async function open(page: Page, trial: OwnTrial, title: string): Promise<readonly string[]> {
  await page.goto(`${trial.url}/sign-in`);
  await pressAccount(page, "Sample lead");
  await page.waitForURL(/\/studies$/);
  await page.locator("a[href*='/studies/']:not([href$='/new'])").first().click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/transcripts`);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
  const words = (await first(page).innerText()).split(" ");
  return [0, 2, 4].map((from) => words.slice(from, from + 2).join(" "));
}

/** Codes words of the first paragraph with the code "Freedom from want". */
async function code(page: Page, words: string): Promise<void> {
  await selectWords(page, first(page), words);
  await page.keyboard.press("2");
  await expect(label(page, "Freedom from want").first()).toBeVisible();
}

/** What the database has of codings on these words: segments, codings on them, and events that made them. */
async function stored({ database }: OwnTrial, title: string, quote: string) {
  return withClient(database, async (client) => {
    const { rows } = await client.query(
      `SELECT count(DISTINCT g."id")::int AS segments, count(c."id")::int AS codings,
        (SELECT count(*)::int FROM "HistoryEvent" e, jsonb_array_elements(e."after"->'segments') s
          WHERE e."transcriptId" = t."id" AND e."kind" = 'coding.apply' AND s->>'quote' = $2) AS events
      FROM "Transcript" t LEFT JOIN "Segment" g ON g."transcriptId" = t."id" AND g."quote" = $2 AND g."deletedAt" IS NULL
      LEFT JOIN "Coding" c ON c."segmentId" = g."id" AND c."deletedAt" IS NULL
      WHERE t."title" = $1 AND t."language" = 'en' GROUP BY t."id"`,
      [title, quote],
    );
    return rows[0];
  });
}
const ONCE = { segments: 1, codings: 1, events: 1 };

async function onceEach(trial: OwnTrial, title: string, quotes: readonly string[]): Promise<void> {
  for (const quote of quotes) expect(await stored(trial, title, quote), quote).toEqual(ONCE);
}

test("the network goes in mid-work, the page is closed, and both come back", async ({ page, trial }) => {
  const [one = "", two = ""] = await open(page, trial, "Interviewee 1");
  await page.context().setOffline(true);
  await code(page, one);
  await code(page, two);
  await expect(state(page)).toContainText("Offline: 2 changes are kept in this browser");
  const url = page.url();
  await page.close();
  const { segments } = await stored(trial, "Interviewee 1", one);
  expect(segments).toBe(0);
  const again = await page.context().newPage();
  await page.context().setOffline(false);
  await again.goto(url);
  await allSaved(again);
  await onceEach(trial, "Interviewee 1", [one, two]);
});

test("the server is killed between writing and answering", async ({ page, trial }) => {
  const [one = "", two = ""] = await open(page, trial, "Interviewee 2");
  let killed = false;
  await page.route("**/transcripts/*", async (route) => {
    if (killed || !sendsCoding(route.request())) return route.fallback();
    killed = true;
    const answer = route.fetch().catch(() => null);
    await expect.poll(() => stored(trial, "Interviewee 2", one), { intervals: [10] }).toEqual(ONCE);
    await trial.killWeb();
    await answer;
    return route.abort("connectionfailed");
  });
  await code(page, one);
  await expect(state(page)).toContainText("Offline: 1 change is kept in this browser");
  await code(page, two);
  await expect(state(page)).toContainText("Offline: 2 changes are kept in this browser");
  await trial.startWeb();
  await allSaved(page);
  await onceEach(trial, "Interviewee 2", [one, two]);
  await page.reload();
  await expect(label(page, "Freedom from want").first()).toBeVisible();
  await onceEach(trial, "Interviewee 2", [one, two]);
});

test("the database is killed in mid-work, and others see the work once it is back", async ({
  page,
  trial,
  browser,
}) => {
  const [one = "", two = "", three = ""] = await open(page, trial, "Interviewee 3");
  const other = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await open(other, trial, "Interviewee 3");
  await selectWords(page, first(page), one);
  await Promise.all([page.keyboard.press("2"), trial.killDatabase()]);
  await code(page, two);
  await expect(state(page)).toContainText("kept in this browser");
  await trial.startDatabase();
  await allSaved(page);
  await onceEach(trial, "Interviewee 3", [one, two]);
  await expect(label(other, "Freedom from want").first()).toBeVisible({ timeout: 40_000 });
  await code(page, three);
  await allSaved(page);
  await onceEach(trial, "Interviewee 3", [one, two, three]);
  await expect(first(other).locator("mark")).not.toHaveCount(0);
});

test("the session ends, and somebody else signs in before one is back", async ({ page, context, trial }) => {
  const [one = "", two = ""] = await open(page, trial, "Interviewee 4");
  await context.clearCookies();
  await code(page, one);
  await expect(state(page)).toContainText("Signed out: 1 change is kept in this browser");
  const as = async (name: string) => {
    const tab = await context.newPage();
    await tab.goto(`${trial.url}/sign-in`);
    await pressAccount(tab, name);
    await tab.waitForURL(/\/studies$/);
    await tab.close();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  };
  await as("First coder");
  await code(page, two);
  await expect(state(page)).toContainText("Signed out: 2 changes are kept in this browser");
  expect((await stored(trial, "Interviewee 4", one)).segments).toBe(0);
  await context.clearCookies();
  await as("Sample lead");
  await allSaved(page);
  await onceEach(trial, "Interviewee 4", [one, two]);
});

test("two tabs work at once, and one is closed with work that waits", async ({ page, context, trial }) => {
  const [one = "", two = "", three = ""] = await open(page, trial, "Interviewee 5");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
  await Promise.all([code(page, one), code(other, two)]);
  await Promise.all([allSaved(page), allSaved(other)]);
  await onceEach(trial, "Interviewee 5", [one, two]);
  await context.setOffline(true);
  await code(page, three);
  await expect(state(page)).toContainText("Offline: 1 change is kept in this browser");
  await page.close();
  await context.setOffline(false);
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(() => stored(trial, "Interviewee 5", three)).toEqual(ONCE);
  await expect(first(other).locator("mark").nth(2)).toBeVisible();
  await onceEach(trial, "Interviewee 5", [one, two, three]);
});

test("the browser has no room left", async ({ page, trial }) => {
  const [one = "", two = ""] = await open(page, trial, "Interviewee 6");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: trial.url, quotaSize: 1 });
  await page.context().setOffline(true);
  await code(page, one);
  await expect(state(page)).toContainText("keep this tab open");
  await page.context().setOffline(false);
  await allSaved(page);
  await code(page, two);
  await allSaved(page);
  await onceEach(trial, "Interviewee 6", [one, two]);
});

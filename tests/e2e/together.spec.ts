import type { Browser, BrowserContext, Page, Request } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { otherWindow, withTranscript } from "@/tests/support/e2e/correcting";
import { allSaved, code, paragraph, signInAs } from "@/tests/support/e2e/study";

// Two people, or one person in two places, at the same time. Nothing here is read anew by hand.

const label = (page: Page, name: string) => page.locator(".reader-names", { hasText: name });
const card = (page: Page) => page.getByRole("region", { name: "Segment" });

/** Signed in as somebody of the sample, at a transcript of it. */
async function openTranscript(page: Page, account: string, title: string): Promise<void> {
  await signInAs(page, account);
  await page.locator("a[href*='/studies/']:not([href$='/new'])").first().click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/transcripts`);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
}

async function somebodyElse(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

test("a viewer sees nobody, and is seen by nobody", async ({ page, browser }) => {
  await openTranscript(page, "Sample lead", "Interviewee 9");
  const viewer = await somebodyElse(browser);
  await signInAs(viewer, "Sample viewer");
  await viewer.goto(page.url().replace(/\/transcripts.*/, "/compare"));
  await expect(viewer.getByRole("heading", { name: "Compare" })).toBeVisible();
  const owner = await somebodyElse(browser);
  await openTranscript(owner, "Sample owner", "Interviewee 9");
  await expect(page.getByRole("button", { name: /is here: Sample owner/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Sample viewer/ })).toHaveCount(0);
  await expect(viewer.getByRole("button", { name: /here:/ })).toHaveCount(0);
});

test.describe("a field that is changed in two places", () => {
  const memo = (page: Page) => card(page).getByRole("textbox", { name: "Memo" });

  async function inTwoWindows(page: Page, browser: Browser, title: string): Promise<Page> {
    const url = await withTranscript(page, title);
    await code(page, paragraph(page, "Freedom from fear"), "Freedom from fear", "Safety");
    const other = await otherWindow(browser, page, url);
    await label(other, "Safety").first().click();
    await expect(memo(other)).toBeVisible();
    return other;
  }

  test("while one writes, shows both values and leaves what was written", async ({ page, browser }) => {
    const other = await inTwoWindows(page, browser, "Both write");
    // Writes without a pause until it learns of what the other wrote.
    await memo(page).press("m");
    await memo(other).fill("Theirs 🌊");
    await memo(other).blur();
    const both = card(page).getByRole("alert");
    await expect(async () => {
      await memo(page).press("m");
      await expect(both).toBeVisible({ timeout: 200 });
    }).toPass();
    await expect(both).toContainText("Theirs 🌊");
    const written = await memo(page).inputValue();
    expect(written).toMatch(/^m+$/);
    await expectAccessible(page);
    await both.getByRole("button", { name: "Keep mine" }).click();
    await allSaved(page);
    await expect(memo(other)).toHaveValue(written);
    await expect(both).toHaveCount(0);
  });

  test.describe("without a network", () => {
    test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

    test("both are kept until the person chooses", async ({ page, browser }) => {
      const other = await inTwoWindows(page, browser, "One is offline");
      let offline = true;
      await page.route("**/transcripts/*", (route) =>
        offline && route.request().method() === "POST"
          ? route.abort("internetdisconnected")
          : route.fallback(),
      );
      await memo(page).fill("Mine");
      await memo(page).blur();
      await expect(page.getByRole("status").filter({ hasText: "kept in this browser" })).toBeVisible();
      await memo(other).fill("Theirs");
      await memo(other).blur();
      await allSaved(other);
      offline = false;
      await page.getByRole("button", { name: "Try now" }).click();
      const both = page.getByRole("alert").filter({ hasText: "There now" });
      await expect(both).toContainText("Mine");
      await expect(both).toContainText("Theirs");
      await both.getByRole("button", { name: "Take theirs" }).click();
      await expect(both).toHaveCount(0);
      await expect(memo(page)).toHaveValue("Theirs");
      await allSaved(page);
    });
  });
});

test("eight tabs of one browser share one stream, and the next takes it over", async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  const url = await withTranscript(page, "Many tabs");
  const streams = watchStreams(context);
  await page.reload();
  const tabs = [page];
  for (let count = 0; count < 7; count += 1) {
    const tab = await context.newPage();
    await tab.goto(url);
    await expect(paragraph(tab, "Freedom from fear")).toBeVisible();
    tabs.push(tab);
  }
  expect(streams.open()).toBe(1);
  const other = await otherWindow(browser, page, url);
  await code(other, paragraph(other, "Freedom from fear"), "Freedom from fear", "Safety");
  for (const tab of tabs) await expect(label(tab, "Safety").first()).toBeVisible();
  await page.close();
  await expect.poll(streams.open).toBe(1);
  await code(other, paragraph(other, "For everybody"), "For everybody", "Reach");
  for (const tab of tabs.slice(1)) await expect(label(tab, "Reach").first()).toBeVisible();
});

/** How many streams of live events a browser has open. */
function watchStreams(context: BrowserContext): { open: () => number } {
  const open = new Set<Request>();
  context.on("request", (request) => {
    if (/\/events\?/.test(request.url())) open.add(request);
  });
  const ended = (request: Request) => void open.delete(request);
  context.on("requestfinished", ended);
  context.on("requestfailed", ended);
  return { open: () => open.size };
}

import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { openInterview, openTalk, readerText, selectWords, sendsCoding } from "@/tests/support/e2e/study";

/** A talk of one's own, of which the end is coded: these tests code its beginning. */
async function openOwn(page: Page, title: string): Promise<void> {
  const words = [
    "Interviewer: You have heard of human security for years, from many sides, and more than once. What comes to mind first?",
    "Participant: The people first. The state comes after them, and it comes late.",
    "Interviewer: And in your own work?",
    "Participant: We ask those who were there what they would have needed.",
  ];
  await openTalk(page, {
    title,
    codes: [
      { name: "Protection", shortcut: "p" },
      { name: "Empowerment", shortcut: "e" },
      { name: "Freedom from fear", shortcut: "1" },
      { name: "Freedom from want", shortcut: "2" },
    ],
    talks: [{ title, words: words.join("\n"), coded: [["what they would have needed", "Dignity"]] }],
  });
}

const state = (page: Page) => page.getByRole("region", { name: "State of the work" });
const saved = (page: Page) =>
  expect(state(page).getByText("All changes saved")).toBeVisible({ timeout: 20_000 });
const label = (page: Page, name: string) => page.locator(".reader-names", { hasText: name });
/** Labels beside the first paragraph, where these tests code. */
const first = (page: Page) => page.locator("[data-text-start='0']");

/** Selects words of the first paragraph. */
const select = (page: Page, words: string) => selectWords(page, first(page), words);

/** The first words of the paragraph: so many of them. */
async function firstWords(page: Page, from: number, to: number): Promise<string> {
  const words = (await first(page).innerText()).split(" ");
  return words.slice(from, to).join(" ");
}

test("brings the beginning of the text with the page, before any script has run", async ({
  page,
  browser,
}) => {
  await openInterview(page, "Sample lead", 1);
  const words = await first(page).innerText();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
  });
  const still = await context.newPage();
  await still.goto(page.url());
  await expect(first(still)).toHaveText(words);
  await expect(first(still)).toBeInViewport();
  const box = await first(still).boundingBox();
  expect(box?.width).toBeLessThanOrEqual(390);
  expect(box?.width).toBeGreaterThan(300);
  await context.close();
});

test("codes by mouse and by key, tells overlapping codes apart, changes, removes, undoes", async ({
  page,
}) => {
  await openOwn(page, "By mouse and by key");
  const box = await first(page).boundingBox();
  if (!box) throw new Error("no text");
  await page.mouse.move(box.x + 4, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 240, box.y + 12, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("toolbar", { name: "Selected words" }).getByRole("button", { name: /^Code/ }).click();
  await page.getByRole("combobox", { name: "Find a code" }).fill("protec");
  await page
    .getByRole("option", { name: /Protection/ })
    .first()
    .click();
  await expect(label(page, "Protection").first()).toBeVisible();
  await saved(page);

  await select(page, await firstWords(page, 2, 9));
  await page.keyboard.press("e");
  await expect(label(page, "Empowerment").first()).toBeVisible();
  // Where the two overlap there is a line for each, and each has its bracket and its name.
  await expect(first(page).locator("mark[data-lines='2']").first()).toBeVisible();
  await expectAccessible(page);

  const card = page.getByRole("region", { name: "Segment" });
  await page.keyboard.press("1");
  await expect(card.getByRole("button", { name: "Remove Freedom from fear" })).toBeVisible();
  await card.getByRole("button", { name: "Remove Empowerment" }).click();
  await expect(card.getByRole("button", { name: "Remove Empowerment" })).toHaveCount(0);
  await card.getByRole("button", { name: /Stance/ }).click();
  await page.getByRole("menuitemradio", { name: "Personal" }).click();
  await card.getByRole("textbox", { name: "Memo" }).fill("Compare 聞き取り 6 🌊");
  await card.getByRole("textbox", { name: "Memo" }).blur();
  await saved(page);

  await page.reload();
  await label(page, "Freedom from fear").first().click();
  await expect(card.getByRole("textbox", { name: "Memo" })).toHaveValue("Compare 聞き取り 6 🌊");
  await expect(card.getByRole("button", { name: "Stance: Personal" })).toBeVisible();

  await card.getByRole("button", { name: /^Remove Del/ }).click();
  await expect(first(page).locator("mark[data-lines='2']")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(label(page, "Freedom from fear").first()).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(first(page).locator("mark[data-lines='2']")).toHaveCount(0);
  await label(page, "Protection").first().click();
  await page.keyboard.press("Delete");
  await expect(first(page).locator("mark")).toHaveCount(0);
  await saved(page);
});

test("needs no mouse", async ({ page }) => {
  await openOwn(page, "Without a mouse");
  await page.keyboard.press("t");
  await expect(readerText(page)).toBeFocused();
  await page.keyboard.press("Control+Home");
  // So quick that the page has not told of the sentence before the picker is asked for.
  await readerText(page).evaluate((element) => {
    for (const key of [".", "Enter"])
      element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  await page.keyboard.type("dign");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("protection");
  await page.keyboard.press("Enter");
  const card = page.getByRole("region", { name: "Segment" });
  await expect(card.getByRole("list", { name: "Codes" }).getByRole("listitem")).toHaveCount(2);
  await expect(readerText(page)).toBeFocused();
  const quote = () => card.locator("blockquote").innerText();
  const before = await quote();
  await page.keyboard.press("}");
  await expect.poll(quote).not.toBe(before);
  await page.keyboard.press("j");
  await expect.poll(quote).not.toContain(before);
  await page.keyboard.press("k");
  await page.keyboard.press("Delete");
  await expect(first(page).locator("mark")).toHaveCount(0);
  await saved(page);
});

test.describe("without a network", () => {
  // A browser writes every request that finds no network to its console; here that is what is tested.
  test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

  test("keeps the work while offline, over a reload too, and sends it once", async ({ page }) => {
    await openOwn(page, "Without a network");
    let batches = 0;
    let offline = true;
    await page.route("**/transcripts/*", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      if (offline) return route.abort("internetdisconnected");
      if (sendsCoding(route.request())) batches += 1;
      return route.fallback();
    });
    await select(page, await firstWords(page, 0, 4));
    await page.keyboard.press("2");
    await expect(state(page)).toContainText("Offline: 1 change is kept in this browser");
    await page.reload();
    await expect(label(page, "Freedom from want").first()).toBeVisible();
    await expect(state(page)).toContainText("Offline: 1 change is kept in this browser");
    offline = false;
    await page.getByRole("button", { name: "Try now" }).click();
    await saved(page);
    expect(batches).toBe(1);
    await page.reload();
    await label(page, "Freedom from want").first().click();
    await page.keyboard.press("Delete");
    await saved(page);
  });
});

test.describe("without a session", () => {
  // The stream of live events is refused meanwhile, and asked for again.
  test.use({ expectedErrors: /status of 401/ });

  test("keeps the work of somebody whose session ends in mid-work", async ({ page, context }) => {
    await openOwn(page, "Without a session");
    await context.clearCookies();
    await select(page, await firstWords(page, 0, 4));
    await page.keyboard.press("2");
    await expect(state(page)).toContainText("Signed out: 1 change is kept in this browser");
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "Sign in again" }).click(),
    ]);
    await tab.getByRole("button", { name: "Sample owner" }).click();
    await tab.waitForURL(/\/studies$/);
    await tab.close();
    // Coming back to the page is enough; a browser without a window may not say that one has.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await saved(page);
    await page.keyboard.press("Delete");
    await expect(first(page).locator("mark")).toHaveCount(0);
    await saved(page);
  });
});

for (const width of [1440, 390]) {
  test(`is accessible in the dark at ${width} pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 1440, height: 844 });
    await openInterview(page, "Sample lead", 6);
    await page.setViewportSize({ width, height: 844 });
    await selectWords(page, first(page), (await first(page).innerText()).split(" ").slice(0, 2).join(" "));
    for (const button of await page
      .getByRole("toolbar", { name: "Selected words" })
      .getByRole("button")
      .all())
      await expect(button).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await page.locator("mark.reader-run").first().click();
    await expectAccessible(page);
    if (width === 390) {
      await page.getByRole("button", { name: "Segment", exact: true }).click();
      await expect(page.getByRole("region", { name: "Segment" }).first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

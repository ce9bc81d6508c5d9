import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { otherWindow, withTranscript } from "@/tests/support/e2e/correcting";
import { listen, expectHeard as told } from "@/tests/support/e2e/heard";
import { allSaved, code, paragraph, readerText } from "@/tests/support/e2e/study";

// The browser writes down each request that does not get through; here the network goes, and the session ends.
test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED|Failed to fetch|status of 401/ });

/** By keys alone: the codes that the codings below need. */
async function makeByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Find a code" })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Control+Enter");
  await told(page, `Coded with ${name}`);
  await expect(readerText(page)).toBeFocused();
}

test("a whole transcript is coded by keyboard alone, and told to those who listen", async ({
  page,
  browser,
}) => {
  await listen(page);
  await withTranscript(page, "By keyboard alone");
  await page.keyboard.press("t");
  await expect(readerText(page)).toBeFocused();
  await page.keyboard.press("Control+Home");

  // The question, sentence by sentence; each answer as a whole; a word of it.
  await page.keyboard.press(".");
  await told(page, /^Selected: What is safety to you/);
  await makeByKeys(page, "Question");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await told(page, /^Selected: Freedom from fear, and from want\./);
  await makeByKeys(page, "Freedom");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press(".");
  await told(page, /^Selected: I was in Sendai/);
  await page.keyboard.press(";");
  await told(page, "Coded with Freedom");
  // The two sentences touch under one code: one key makes them one.
  await told(page, "2 of your segments of “Freedom” overlap or touch.");
  await page.keyboard.press("&");
  await told(page, "2 segments united");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press(".");
  await page.keyboard.press("Enter");
  await page.keyboard.type("quest");
  await page.keyboard.press("Enter");
  await told(page, "Coded with Question");
  // The list says what typing leaves of it, and what is much like the words.
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press(".");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Questions");
  await told(page, "No code goes by that name.");
  await told(page, "Much like it already: Question");
  await page.getByRole("combobox", { name: "Under" }).focus();
  await page.keyboard.type("Free");
  await page.keyboard.press("Control+Enter");
  await told(page, "Coded with Questions");
  await expect(readerText(page)).toBeFocused();
  // Once more: nothing to do is said as well.
  await page.keyboard.press(";");
  await told(page, "Coded with Questions already");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press(":");
  await told(page, /^Coded with (?!Question)/);

  // Back through what was coded, put right and looked at.
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await told(page, /^Freedom: /);
  await page.keyboard.press("@");
  await expect(page.getByRole("listbox", { name: "1 segment here" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(readerText(page)).toBeFocused();
  await page.keyboard.press("{");
  await told(page, /^The segment now reads: /);
  await page.keyboard.press("Control+z");
  await told(page, "Undone");

  // What is known of the segment, and the menu, by the keys that have no mouse.
  await page.keyboard.press("F6");
  const known = page.getByRole("group", { name: "Segment" });
  await expect(known).toBeFocused();
  await page.getByRole("button", { name: "Stance: Not stated" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Not stated" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemradio", { name: "Personal" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(known.getByRole("button", { name: "Stance: Personal" })).toBeFocused();
  await known.getByRole("textbox", { name: "Memo" }).focus();
  await page.keyboard.type("Asked first");
  await page.keyboard.press("Tab");
  await page.keyboard.press("t");
  for (const key of ["Shift+F10", "ContextMenu"]) {
    await expect(readerText(page)).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.getByRole("menuitem", { name: /^Add code/ })).toBeFocused();
    await page.keyboard.press("Escape");
  }
  await expect(readerText(page)).toBeFocused();
  await expectAccessible(page);
  await allSaved(page);

  // What happens to the work, and what others do at the caret.
  const other = await otherWindow(browser, page, page.url());
  await expect(other.locator("mark.reader-run").first()).toBeVisible();
  await page.keyboard.press("Control+Home");
  await code(other, paragraph(other, "What is safety"), "Q: What is", "Freedom");
  await told(page, "Sample owner coded here: Freedom");
  await other.context().close();
  await page.context().setOffline(true);
  await page.keyboard.press(".");
  await page.keyboard.press(";");
  await told(page, "Offline: 1 change is kept in this browser");
  await page.context().setOffline(false);
  await told(page, "All changes saved");
  await page.context().clearCookies();
  await page.keyboard.press("Control+z");
  await told(page, "Undone");
  await told(page, "Signed out: 1 change is kept in this browser");
});

test("shows in forced colours, without motion, what tells segments apart", async ({ page }) => {
  await listen(page);
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await withTranscript(page, "Forced colours", [["Freedom from fear", "Protection"]]);
  await page.locator(".reader-names", { hasText: "Protection" }).first().click();
  const run = page.locator("mark.reader-run").first();
  expect(await run.evaluate((each) => getComputedStyle(each).textDecorationLine)).toContain("underline");
  await expect(run).toHaveCSS("outline-style", "solid");
  await readerText(page).focus();
  await page.keyboard.press("Control+Home");
  const caret = page.locator(".reader-caret");
  await expect(caret).toBeVisible();
  const seen = await caret.evaluate((each) => {
    const { backgroundColor } = getComputedStyle(each);
    return backgroundColor !== getComputedStyle(document.body).backgroundColor;
  });
  expect(seen).toBe(true);
  // What is to stand still changes within a moment instead of at once.
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await expect.poll(moving).toBe(0);
  await expectAccessible(page);

  // A page that takes its time is there in outline, and told, and nothing of it moves.
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/compare/, (route) => held.then(() => route.continue()));
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.locator("[data-coming=matrix]")).toBeVisible();
  await expect.poll(moving).toBe(0);
  await told(page, "Compare: coming");
  come();
  await page.waitForURL(/\/compare$/);
  await expect(page.locator("[data-coming]")).toHaveCount(0);
});

test("is read and coded at 400 % zoom, without scrolling in two directions", async ({ page }) => {
  await withTranscript(page, "Four times as large");
  await page.setViewportSize({ width: 320, height: 256 });
  const words = paragraph(page, "Freedom from fear");
  await words.scrollIntoViewIfNeeded();
  const across = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(across).toBeLessThanOrEqual(0);
  const view = await page.locator("[data-reader-scroller]").boundingBox();
  expect(view?.height).toBeGreaterThan(120);
  await readerText(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press(".");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Find a code" }).fill("Safety");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
  await expectAccessible(page);
  // Of a dialog, what stands between title and buttons has room too.
  await page.keyboard.press("?");
  const body = await page.getByRole("dialog").locator("[data-body]").boundingBox();
  expect(body?.height).toBeGreaterThan(200);
});

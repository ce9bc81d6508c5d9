import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { placeOf } from "@/tests/support/e2e/pointing";
import { openInterview, openTalk, readerText } from "@/tests/support/e2e/study";
import { tone } from "@/tests/support/tone";

const scroller = (page: Page) => page.locator("[data-reader-scroller]");
const menu = (page: Page) => page.getByRole("dialog", { name: "Reading" });
const choice = (page: Page, name: string) => menu(page).getByRole("radio", { name, exact: true });
const hidden = (page: Page) => readerText(page).getByRole("button", { name: /paragraphs? hidden/ });

/** Where the first paragraph begins that is in the window. */
const firstSeen = (page: Page) =>
  scroller(page).evaluate((view) => {
    const { top } = view.getBoundingClientRect();
    const all = [...view.querySelectorAll<HTMLElement>("[data-text-start]")];
    const seen = all.filter((each) => each.getBoundingClientRect().bottom > top + 4);
    return Math.min(...seen.map((each) => Number(each.dataset.textStart)));
  });

test("sets the text as one likes it, and so it stays", async ({ page }) => {
  await openInterview(page, "First coder", 7);
  const size = () =>
    page.locator("[data-text-start='0']").evaluate((each) => getComputedStyle(each).fontSize);
  const usual = Number.parseFloat(await size());
  await page.getByRole("button", { name: "Reading", exact: true }).click();
  await choice(page, "XL").click();
  await choice(page, "Long").click();
  await menu(page).getByRole("switch", { name: "Line numbers" }).click();
  await expectAccessible(page);
  expect(Number.parseFloat(await size())).toBeGreaterThan(usual * 1.4);
  await page.reload();
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
  expect(Number.parseFloat(await size())).toBeGreaterThan(usual * 1.4);
  const number = await page
    .locator(".reader-gutter[data-line='1']")
    .evaluate((gutter) => getComputedStyle(gutter, "::before").content);
  expect(number).toBe('"1"');
});

test("reads what is coded, what is not, one speaker, one question, with the rest folded", async ({
  page,
}) => {
  await openInterview(page, "First coder", 7);
  await page.getByRole("button", { name: "Reading", exact: true }).click();
  await choice(page, "Coded").click();
  await expect(menu(page).getByRole("status")).toHaveText(/paragraphs hidden/);
  await page.keyboard.press("Escape");
  await expect(hidden(page).first()).toBeVisible();
  await expectAccessible(page);
  // Every paragraph that is left has a coding.
  const bare = await readerText(page)
    .locator("[data-text-start]")
    .evaluateAll((all) => all.filter((each) => !each.querySelector("mark")).length);
  expect(bare).toBe(0);
  await hidden(page).first().click();
  await expect(readerText(page).locator("[data-text-start='0']")).toBeVisible();
  // Of one code: fewer paragraphs are left, each with that code's name beside it.
  await page
    .getByRole("region", { name: "Codebook" })
    .getByRole("button", { name: /^Protection/ })
    .first()
    .click();
  await expect(readerText(page).locator("[data-text-start='0']")).toHaveCount(0);
  await page.getByRole("button", { name: "Show all" }).click();

  await page.getByRole("button", { name: "Reading", exact: true }).click();
  await choice(page, "Not coded").click();
  await expect(readerText(page).locator("mark.reader-run")).toHaveCount(0);
  await choice(page, "All").click();
  await expect(hidden(page)).toHaveCount(0);
  await menu(page).getByRole("combobox", { name: "Question" }).click();
  await page.getByRole("option").nth(2).click();
  await expect(hidden(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  // What is looked for comes out of its fold.
  await page.keyboard.press("j");
  await expect(page.locator(".reader-run[data-chosen]").first()).toBeInViewport();
});

test("comes back to where one stopped, on another machine too", async ({ page, browser }) => {
  const said = "It was long ago, and those who could have told us more are not here any longer. ".repeat(4);
  const words = Array.from({ length: 40 }, (_, at) => `Q: What happened in year ${at + 1}?\nMori: ${said}\n`);
  await openTalk(page, { title: "Where one stopped", talks: [{ title: "Long ago", words: words.join("") }] });
  // Other things that are kept go to the same address.
  const kept = page.waitForResponse(
    (response) => response.request().postData()?.includes('"offset"') === true,
    { timeout: 20_000 },
  );
  await scroller(page).hover();
  await page.mouse.wheel(0, 2_600);
  await kept;
  const start = await firstSeen(page);
  expect(start).toBeGreaterThan(1_500);
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 1440, height: 900 },
  });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator(`[data-text-start="${start}"]`)).toBeInViewport();
  await context.close();
});

test("plays a recording along the text, from this machine or kept with it, by pedal and by the text", async ({
  page,
}) => {
  const words = [
    "[00:00:05] Q: What changed?",
    "[00:00:20] Mori: The ferry stopped running, and whoever had a car went away in that same year, one by one.",
    "[00:01:00] Q: And then?",
    "[00:01:30] Mori: Then we waited for somebody to come back.",
  ];
  await openTalk(page, {
    title: "A recording",
    talks: [{ title: "Heard", words: words.join("\n"), coded: [["The ferry stopped running", "Loss"]] }],
  });
  const bar = page.getByRole("region", { name: "Recording", exact: true });
  const heard = page.locator(".reader-row[data-heard]");
  const place = bar.getByRole("slider", { name: "Place in the recording" });
  const seconds = async () => Number(await place.inputValue());
  const chosen = async (button: string) => {
    await page.getByRole("button", { name: "Reading", exact: true }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      menu(page).getByRole("button", { name: button }).click(),
    ]);
    await chooser.setFiles({ name: "interview-9.wav", mimeType: "audio/wav", buffer: tone(240) });
  };

  await chosen("Play a file from this machine…");
  await expect(bar.getByText("00:00 / 04:00")).toBeVisible();
  const later = readerText(page)
    .getByRole("button", { name: /^Play from/ })
    .nth(1);
  const time = (await later.innerText()).trim();
  await later.click();
  await expect(bar.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(heard.first()).toContainText(time);
  await bar.getByRole("button", { name: "Close the recording" }).click();
  await expect(bar).toHaveCount(0);
  await expect(heard).toHaveCount(0);

  await chosen("Attach a recording…");
  await expect(page.getByText("The recording is kept with the transcript.", { exact: true })).toBeVisible();
  // It is there after the page was left, and a place in it is fetched without what is before.
  await page.reload();
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
  const stretch = page.waitForResponse((response) => response.url().includes("/recordings/"));
  await page.keyboard.press("F9");
  expect((await stretch).status()).toBe(206);
  await expect(bar.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(bar.getByText("/ 04:00")).toBeVisible();
  await page.keyboard.press("F9");
  await expect(bar.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  await expectAccessible(page);
  // Where the text is pressed, the recording goes, and between two times as far as the words are.
  const turn = page.locator(".reader-row").filter({ hasText: time });
  const spoken = turn.first().locator(".reader-text");
  const { x, y } = await placeOf(spoken, "whoever had a car");
  await page.mouse.click(x, y);
  await expect.poll(seconds).toBeGreaterThanOrEqual(secondsOf(time));
  await expect(spoken.locator("[data-heard]").first()).toBeVisible();
  const now = await seconds();
  await page.keyboard.press("F4");
  await expect.poll(seconds).toBeLessThan(now);
  await page.keyboard.press("Shift+F2");
  await expect(bar.getByText("Speed 1.25×")).toBeVisible();

  // A segment plays its own stretch, and stops.
  await page.keyboard.press("j");
  await page.getByRole("button", { name: /^Hear it/ }).click();
  await expect(bar.getByRole("button", { name: "Pause" })).toBeVisible();

  await page.getByRole("button", { name: "Reading", exact: true }).click();
  await menu(page).getByRole("button", { name: "Delete the recording…" }).click();
  const asked = page.getByRole("dialog", { name: "Delete the recording for good?" });
  await asked.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The recording is deleted.", { exact: true })).toBeVisible();
  await expect(bar).toHaveCount(0);
});

/** Of minutes and seconds, as they stand beside a turn. */
const secondsOf = (clock: string) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { otherWindow, save, withTranscript, words } from "@/tests/support/e2e/correcting";
import { paragraph, pressAccount, selectWords } from "@/tests/support/e2e/study";

test("corrects in place: words, a split, a speaker; says what will happen; keeps codings on their words", async ({
  page,
}) => {
  const reader = await withTranscript(page, "Corrections", [
    ["from want", "Want"],
    ["Freedom from fear", "Fear"],
  ]);
  await page.goto(`${reader}/edit`);
  await expect(words(page, 1)).toBeVisible();
  await expectAccessible(page);

  await words(page, 2).fill("Freedom from all fear, and from want. I was in Sendai with Tanaka then.");
  await words(page, 2).evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf(" I was");
    area.setSelectionRange(at, at);
  });
  await words(page, 2).press("Control+Enter");
  await expect(words(page, 3)).toHaveValue("I was in Sendai with Tanaka then.");
  await expect(words(page, 3)).toBeFocused();
  await words(page, 3).press("Alt+Backspace");
  await expect(words(page, 3)).toHaveValue("And for whom?");
  await page.getByRole("button", { name: "Undo the last step" }).click();
  await expect(words(page, 3)).toHaveValue("I was in Sendai with Tanaka then.");
  await page.getByRole("button", { name: "Find and replace" }).click();
  const find = page.getByRole("form", { name: "Find and replace" });
  await find.getByRole("textbox", { name: "Find", exact: true }).fill("everybody");
  await find.getByRole("textbox", { name: "Replace with" }).fill("all of us");
  await find.getByRole("button", { name: "Replace all" }).click();
  await expect(words(page, 5)).toHaveValue("For all of us, as Tanaka said. 👍");

  await page.getByRole("button", { name: "Review and save" }).click();
  const dialog = page.getByRole("dialog", { name: "What will change" });
  await expect(dialog).toContainText("4 turns before, 5 after");
  await expect(dialog.getByRole("status")).toContainText("Of 2 segments, 1 keep their words, and 1 waits");
  await expect(dialog.locator("ins", { hasText: "all" }).first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Heard again");
  await dialog.getByRole("button", { name: "Save as a new version" }).click();

  // What waits is shown at once, with the place where it most likely belongs.
  await page.waitForURL(/\/queue$/);
  await expect(page.getByText("1 segment waits for a place")).toBeVisible();
  await expect(page.getByText("Freedom from all fear").first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Place it here" }).click();
  await expect(page.getByRole("heading", { name: "No segment waits" })).toBeVisible();

  await page.goto(reader);
  await expect(page.locator(".reader-names", { hasText: "Want" }).first()).toBeVisible();
  await expect(page.locator("mark.reader-run", { hasText: "Freedom from all fear" }).first()).toBeVisible();
});

test("compares versions and makes an older one current again", async ({ page }) => {
  const reader = await withTranscript(page, "Versions");
  await page.goto(`${reader}/edit`);
  await words(page, 1).fill("What is security to you?");
  await save(page);
  await page.waitForURL(reader);
  await page.goto(`${reader}/versions`);
  await expect(page.locator("ins", { hasText: "ecuri" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore version 1" }).click();
  const ask = page.getByRole("dialog");
  await ask.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: /Version 3/ })).toBeVisible();
  await page.goto(reader);
  await expect(paragraph(page, "What is safety to you?")).toBeVisible();
});

test("lays one's changes over a version that somebody saved meanwhile", async ({ page, browser }) => {
  const reader = await withTranscript(page, "Two at once");
  const other = await otherWindow(browser, page, `${reader}/edit`);
  await page.goto(`${reader}/edit`);
  await words(page, 1).fill("What is safety to you, then?");
  await words(page, 3).fill("And for whom, here?");
  await words(other, 3).fill("And for whom, there?");
  await words(other, 4).fill("For everyone.");
  await save(other);
  await other.waitForURL(reader);

  await page.getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByText("Somebody has saved version 2 meanwhile")).toBeVisible();
  await expect(words(page, 1)).toHaveValue("What is safety to you, then?");
  await expect(words(page, 4)).toHaveValue("For everyone.");
  await expect(page.getByText("And for whom, there?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await save(page);
  await page.waitForURL(reader);
  await expect(paragraph(page, "And for whom, here?")).toBeVisible();
  await expect(paragraph(page, "For everyone.")).toBeVisible();
  await other.context().close();
});

test.describe("with a session that ends", () => {
  test.use({ expectedErrors: /status of 40[14]/ });

  test("unsaved corrections outlive a reload, a signing out and another's version, and are nobody else's", async ({
    page,
    browser,
  }) => {
    test.slow();
    const reader = await withTranscript(page, "Not saved yet");
    await page.goto(`${reader}/edit`);
    const mine = "And for whom, 誰のため? 👍";
    await words(page, 3).fill("And for whom?!");
    await words(page, 3).fill(mine);
    // Left without a question, because the browser has it.
    await page.goto(reader);
    await page.goto(`${reader}/edit`);
    await expect(page.getByText(/^Your unsaved changes of .* are here$/)).toBeVisible();
    await expect(words(page, 3)).toHaveValue(mine);
    await expectAccessible(page);

    // Given up, and taken back.
    await page.getByRole("button", { name: "Discard them" }).click();
    await expect(words(page, 3)).toHaveValue("And for whom?");
    await words(page, 3).press("Control+z");
    await expect(words(page, 3)).toHaveValue(mine);

    const other = await otherWindow(browser, page, `${reader}/edit`);
    await words(other, 4).fill("For everyone.");
    await save(other);
    await other.waitForURL(reader);

    await page.context().clearCookies();
    await page.getByRole("button", { name: "Review and save" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Save as a new version" }).click();
    await expect(dialog.getByText("You are no longer signed in")).toBeVisible();
    await expectAccessible(page);
    await expect(dialog.getByRole("link", { name: "Sign in again" })).toBeVisible();

    // Signed in meanwhile in another tab, another account of this browser has no part in it.
    const tab = await page.context().newPage();
    await tab.goto("/sign-in");
    await pressAccount(tab, "First coder");
    await tab.waitForURL(/studies/);
    await tab.close();
    await dialog.getByRole("button", { name: "Save as a new version" }).click();
    await expect(dialog.getByText("Another account is signed in in this browser now")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Sign out and sign in as yourself" }).click();

    // Nor has it on this page.
    await page.waitForURL(/sign-in/);
    await pressAccount(page, "First coder");
    await page.waitForURL((address) => address.pathname === new URL(`${reader}/edit`).pathname);
    await expect(page.getByText("And for whom")).toHaveCount(0);
    await page.context().clearCookies();
    await page.goto(`${reader}/edit`);
    await pressAccount(page, "Sample owner");
    await expect(page.getByText("Somebody has saved version 2 meanwhile")).toBeVisible();
    await expect(words(page, 3)).toHaveValue(mine);
    await expect(words(page, 4)).toHaveValue("For everyone.");
    await save(page);
    await page.waitForURL(reader);
    await expect(paragraph(page, mine)).toBeVisible();
    await page.goto(`${reader}/edit`);
    await expect(words(page, 3)).toHaveValue(mine);
    await expect(page.getByText(/^Your unsaved changes/)).toHaveCount(0);
    await other.context().close();
  });
});

test("a reader goes on to the newer version without losing the place", async ({ page, browser }) => {
  const reader = await withTranscript(page, "While reading");
  await selectWords(page, paragraph(page, "For everybody"), "everybody");
  const other = await otherWindow(browser, page, `${reader}/edit`);
  await words(other, 1).fill("Now, what is safety to you?");
  await save(other);
  await other.waitForURL(reader);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("Somebody has corrected the text.").first()).toBeVisible();
  await expect(paragraph(page, "Now, what is safety")).toBeVisible();
  // What was selected is selected still, and can be coded.
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Find a code" }).fill("People");
  await page.getByRole("button", { name: "Make “People”" }).click();
  await expect(page.locator("mark.reader-run", { hasText: "everybody" })).toBeVisible();
  await other.context().close();
});

test("hides a name from a selection, shows it to leads beside the pseudonym, and takes it back", async ({
  page,
}) => {
  const reader = await withTranscript(page, "Names");
  await selectWords(page, paragraph(page, "Freedom from fear"), "Tanaka");
  await page.getByRole("button", { name: "Hide a name" }).click();
  const dialog = page.getByRole("dialog", { name: "Hide a name" });
  await expect(dialog.getByRole("textbox", { name: "Name or place" })).toHaveValue("Tanaka");
  await dialog.getByRole("textbox", { name: "Pseudonym" }).fill("[Colleague]");
  await dialog.getByRole("button", { name: "Find the places" }).click();
  await expect(dialog.getByRole("checkbox", { name: /as Tanaka said/ })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Hide in 2 places" }).click();
  await expect(paragraph(page, "with [Colleague] then")).toBeVisible();
  await expect(page.getByText("Tanaka")).toHaveCount(0);
  await expect(page.locator(".reader-run[data-hidden]", { hasText: "[Colleague]" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Show names" }).click();
  await expect(page.locator(".reader-run[data-original='Tanaka']").first()).toBeVisible();

  await page.goto(`${reader.slice(0, reader.lastIndexOf("/"))}/pseudonyms`);
  await expect(page.getByRole("rowheader", { name: "[Colleague]" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Show the name again:/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Show the name again" }).click();
  await expect(page.getByText("Nowhere at present")).toBeVisible();
  await page.goto(reader);
  await expect(paragraph(page, "with Tanaka then")).toBeVisible();
});

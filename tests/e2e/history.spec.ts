import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import {
  alive,
  code,
  codedStudy,
  openSample,
  openStudy,
  paragraph,
  studyAddress,
} from "@/tests/support/e2e/study";

// The browser itself notes a page that is refused: that is what is asked for here.
test.use({ expectedErrors: /Failed to load resource: the server responded with a status of 403/ });

const events = (page: Page) => page.getByRole("list", { name: "Events" }).getByRole("article");
const event = (page: Page, words: string) => events(page).filter({ hasText: words }).first();
const names = (page: Page) => page.locator(".reader-names");

test("reads as sentences, is filtered, leads to the place, and brings a deleted segment back", async ({
  page,
}) => {
  await codedStudy(page, "History");
  const reader = page.url();
  await page.keyboard.press("Delete");
  await expect(names(page).filter({ hasText: "Blame" })).toHaveCount(0);
  await expect(page.getByText("All changes saved").first()).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL(/\/history$/);
  await expect(event(page, "removed the segment “Ask the mayor”")).toBeVisible();
  await expect(event(page, "coded “The ferry stopped” with “Loss”")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Code", exact: true }).click();
  await page.getByRole("option", { name: "Loss" }).click();
  await expect(page).toHaveURL(/code=/);
  await expect(events(page).filter({ hasText: "Ask the mayor" })).toHaveCount(0);
  await event(page, "The ferry stopped").getByRole("link", { name: "Go there" }).click();
  await page.waitForURL(/segment=/);
  await expect(page.locator(".reader-quote")).toHaveText(/The ferry stopped/);

  await page.goto(studyAddress(page, "/history"));
  await event(page, "removed the segment").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("It is taken back.", { exact: true })).toBeVisible();
  await expect(event(page, "removed the segment")).toContainText("Taken back");
  await page.goto(reader);
  await expect(names(page).filter({ hasText: "Blame" }).first()).toBeVisible();
});

test("brings all codings back to a time after showing what that does, and takes it back but for what was changed since", async ({
  page,
}) => {
  await codedStudy(page, "History");
  await code(page, paragraph(page, "Ask the mayor"), "mayor", "Power");
  const reader = page.url();
  await page.goto(studyAddress(page, "/history"));
  await event(page, "coded “The ferry stopped”")
    .getByRole("button", { name: "Restore the codings to this" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Bring the codings back to a time" });
  await dialog.getByRole("button", { name: "See what would change" }).click();
  await expect(dialog.getByText("2 segments go")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Restore the codings" }).click();
  await expect(page.getByText("The codings are as they were.", { exact: true })).toBeVisible();
  await expect(event(page, "restored the study's codings")).toBeVisible();
  await page.goto(reader);
  await expect(names(page).filter({ hasText: "Loss" }).first()).toBeVisible();
  await expect(names(page).filter({ hasText: "Blame" })).toHaveCount(0);
  // The same words are coded once more: that stays.
  await code(page, paragraph(page, "Ask the mayor"), "mayor", "Loss");
  await page.goto(studyAddress(page, "/history"));
  await event(page, "restored the study's codings").getByRole("button", { name: "Take back" }).click();
  const stays = page.getByRole("dialog", { name: "Some of this has been changed since" });
  await expect(stays.getByText("1 of 2 segments can be taken back.")).toBeVisible();
  await expectAccessible(page);
  await stays.getByRole("button", { name: "Take back the remaining one" }).click();
  const told = "It is taken back. 1 segment was changed since, and stays as it is.";
  await expect(page.getByText(told, { exact: true })).toBeVisible();
  await expect(event(page, "restored the study's codings: 2")).toContainText("Taken back in part");
  await page.goto(reader);
  await expect(names(page).filter({ hasText: "Blame" }).first()).toBeVisible();
  await expect(names(page).filter({ hasText: "Power" })).toHaveCount(0);
});

test("undoes and redoes one's own steps by key, over a reload, and says when others worked since", async ({
  page,
}) => {
  await openStudy(page, { title: "Steps" }, "/settings");
  const title = page.getByRole("textbox", { name: "Title" });
  const before = await title.inputValue();
  await title.fill("Another title");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await alive(page);
  await expect(title).toHaveValue("Another title");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Your last step is taken back (The study).", { exact: true })).toBeVisible();
  await page.reload();
  await alive(page);
  await expect(title).toHaveValue(before);
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("Your last step is done again (The study).", { exact: true })).toBeVisible();
  await page.reload();
  await alive(page);
  await expect(title).toHaveValue("Another title");
  // What was changed since is not taken along.
  await title.fill("A third title");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await alive(page);
  await expect(title).toHaveValue("A third title");
  await page.goto(studyAddress(page, "/history"));
  const edits = events(page).filter({ hasText: "changed the study's title" });
  await edits.last().getByRole("button", { name: "Before and after" }).click();
  await expect(edits.last().getByRole("row", { name: /Another title/ })).toBeVisible();
});

test("is closed to trainees and viewers", async ({ page }) => {
  for (const account of ["Sample trainee", "Sample viewer"]) {
    await openSample(page, account, "/history");
    await expect(page.getByRole("heading", { name: "Your role does not reach this page" })).toBeVisible();
    // Its stream of live events would come back without a session.
    await page.goto("about:blank");
    await page.context().clearCookies();
  }
});

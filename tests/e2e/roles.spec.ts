import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { idOf } from "@/seeds/ids";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { invited, PASSWORD } from "@/tests/support/e2e/inviting";
import {
  allSaved,
  codedStudy,
  downloadedRows,
  openSample,
  openStudy,
  paragraph,
  selectWords,
  signInAs,
  studyAddress,
} from "@/tests/support/e2e/study";

// The browser itself notes a page that is refused or not found; those are what is asked for here.
test.use({ expectedErrors: /Failed to load resource: the server responded with a status of 40[134] / });

const rooms = (page: Page) => page.getByRole("navigation", { name: "Study" }).getByRole("link");

async function refused(page: Page, rest: string): Promise<void> {
  await page.goto(studyAddress(page, rest));
  await expect(page.getByRole("heading", { name: "Your role does not reach this page" })).toBeVisible();
}

/** Answers of the addresses that a program would ask, with the cookies of the page. */
async function statusOf(page: Page, address: string): Promise<number> {
  return (await page.request.get(`/api${address}`)).status();
}

/** A study of one interview with two coded passages; one of them may not be quoted. */
async function studyWithASecret(page: Page): Promise<void> {
  await codedStudy(page, "Roles");
  const card = page.getByRole("region", { name: "Segment" });
  await card.getByRole("button", { name: /^May be cited as/ }).click();
  await page.getByRole("menuitemradio", { name: "Not at all" }).click();
  await card.getByRole("textbox", { name: "Memo" }).fill("Between us");
  await card.getByRole("textbox", { name: "Memo" }).blur();
  await allSaved(page);
}

/** Puts a pseudonym for a name, and answers what then leaves by the clipboard, while the name is shown, and of what may not be quoted. */
async function hideAndCopy(page: Page): Promise<[string, string]> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = async (within: string, words: string) => {
    await selectWords(page, paragraph(page, within), words);
    await page.keyboard.press("Control+c");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await selectWords(page, paragraph(page, "The ferry stopped"), "ferry");
  await page.getByRole("button", { name: "Hide a name" }).click();
  const dialog = page.getByRole("dialog", { name: "Hide a name" });
  await dialog.getByRole("textbox", { name: "Pseudonym" }).fill("[boat]");
  await dialog.getByRole("button", { name: "Find the places" }).click();
  await dialog.getByRole("button", { name: "Hide in 1 place" }).click();
  await page.getByRole("button", { name: "Show names" }).click();
  await expect(page.locator(".reader-run[data-original=ferry]").first()).toBeVisible();
  const open = await copied("The [boat] stopped", "[boat] stopped");
  const secret = await copied("Ask the mayor", "Ask the mayor");
  await expect(page.getByText("Not copied: these words may not be quoted.", { exact: true })).toBeVisible();
  return [open, secret];
}

test("a trainee sees the codebook, the guide and the people, and no talk", async ({ page }) => {
  const transcript = idOf("transcript", 1, "en");
  await openSample(page, "Sample trainee");
  await expect(rooms(page)).toHaveText(["Overview", "Codebook", "People", "Guide", "Memos", "Settings"]);
  await expectAccessible(page);
  const study = studyAddress(page);
  for (const rest of ["/transcripts", `/transcripts/${transcript}`, "/compare", "/excerpts"])
    await refused(page, rest);
  await expectAccessible(page);
  for (const rest of ["/excerpts.csv", "/excerpts", "/compare"])
    expect(await statusOf(page, `${study}${rest}`)).toBe(403);
  for (const rest of ["text", "codings"])
    expect(await statusOf(page, `/transcripts/${transcript}/${rest}`)).toBe(403);

  await page.goto(`${study}/people`);
  await expect(page.getByRole("columnheader", { name: "Position" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add interviewee" })).toHaveCount(0);
  await page.goto(`${study}/codebook`);
  await expect(page.getByRole("tree")).toBeVisible();
  await expect(page.getByRole("button", { name: /Read in codes|Add code/ })).toHaveCount(0);
  await page.goto(`${study}/settings`);
  await expect(page.getByRole("button", { name: "Leave this study" })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Make the link" })).toHaveCount(0);
});

test("a viewer sees what may be quoted, and no transcript; alone, a list with what to do", async ({
  page,
  browser,
}) => {
  test.slow();
  await studyWithASecret(page);
  const transcript = page.url().split("/").at(-1)?.split("?")[0] ?? "";
  // What may not be quoted leaves the clipboard as it was.
  expect(await hideAndCopy(page)).toEqual(["[boat] stopped", "[boat] stopped"]);
  const { guest } = await invited(page, browser, "viewer");
  await guest
    .getByRole("link", { name: /^Roles/ })
    .first()
    .click();
  await expect(rooms(guest)).toHaveText(["Overview", "Codebook", "Compare", "Excerpts", "Guide", "Settings"]);
  const study = studyAddress(guest);
  for (const rest of ["/transcripts", `/transcripts/${transcript}`, "/people"]) await refused(guest, rest);
  for (const rest of ["text", "codings"])
    expect(await statusOf(guest, `/transcripts/${transcript}/${rest}`)).toBe(403);

  await guest.goto(`${study}/compare`);
  await guest.getByRole("button", { name: /^Blame, Fishery: 1 of 1/ }).click();
  await expect(guest.getByText("Counted, not to be quoted.")).toBeVisible();
  await guest.goto(`${study}/excerpts`);
  await expect(guest.getByText("The [boat] stopped")).toBeVisible();
  await expect(guest.getByText("Counted, not to be quoted.")).toBeVisible();
  await expect(guest.getByText(/Ask the mayor|Between us/)).toHaveCount(0);
  await expect(guest.getByRole("link", { name: /^Open the place/ })).toHaveCount(0);
  await expectAccessible(guest);
  const rows = await downloadedRows(guest);
  expect(rows.map((row) => [row["code path"], row.quote, row.memo, row.permission])).toEqual([
    ["Loss", "The [boat] stopped", "", "number"],
    ["Blame", "", "", "withheld"],
  ]);

  await guest.goto(`${study}/settings`);
  await expect(guest.getByRole("table")).toHaveCount(0);
  await guest.getByRole("button", { name: "Leave this study" }).click();
  await guest.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await guest.waitForURL(/\/studies$/);
  await expect(guest.getByRole("heading", { name: "No study yet" })).toBeVisible();
  await expect(guest.getByRole("main").getByRole("link", { name: "New study" })).toBeVisible();
  await expectAccessible(guest);
  await guest.goto(study);
  await expect(guest.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await guest.context().close();
});

test("the address of somebody else's study is that of no study", async ({ page }) => {
  await openStudy(page, { title: "Not for others" });
  const study = studyAddress(page);
  await page.context().clearCookies();
  await signInAs(page, "Sample lead");
  for (const address of [study, `/studies/${randomUUID()}`]) {
    for (const rest of ["", "/transcripts", "/people", "/settings"]) {
      await page.goto(`${address}${rest}`);
      await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
    }
    for (const rest of ["/excerpts.csv", "/compare"])
      expect(await statusOf(page, `${address}${rest}`)).toBe(404);
  }
  await expect(page).toHaveTitle(/^(?!.*Not for others)/);
  await expectAccessible(page);
});

test("a session that was ended elsewhere leads to the sign-in page, and back", async ({ page, browser }) => {
  test.slow();
  await openStudy(page, { title: "Two devices" }, "/settings");
  const { guest, email } = await invited(page, browser, "coder");
  const signIn = async (device: Page) => {
    await device.getByLabel("E-mail address").fill(email);
    await device.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await device.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await signIn(other);
  await other.waitForURL(/\/studies$/);
  await guest.goto("/account");
  await guest.getByRole("button", { name: "End all sessions" }).click();
  await guest.waitForURL(/\/sign-in/);

  const codebook = studyAddress(page, "/codebook?at=here");
  await other.goto(codebook);
  await other.waitForURL(/\/sign-in/);
  await expectAccessible(other);
  await signIn(other);
  await other.waitForURL((url) => `${url.pathname}${url.search}` === codebook);
  await expect(rooms(other).first()).toBeVisible();
  await guest.context().close();
  await other.context().close();
});

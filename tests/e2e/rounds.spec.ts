import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import type { WantedStudy } from "@/tests/support/e2e/made";
import { code, openStudy, paragraph, signInAs, studyAddress } from "@/tests/support/e2e/study";

/** A study of one's own and of a coder with two transcripts, of which the first is coded. */
const HARBOURS: WantedStudy = {
  title: "Harbours",
  members: ["first"],
  talks: ["The ferry stopped.", "The school closed."].map((talk, at) => ({
    title: `talk ${at + 1}`,
    words: `Q: What changed?\nMori: ${talk} Ask the mayor.\nQ: For whom?\nMori: For all.\n`,
    coded: at === 0 ? [["The ferry stopped", "Loss"]] : [],
  })),
};

// A browser writes every request that finds no network to its console; here that is what is tested.
test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

const label = (page: Page, name: string) => page.locator(".reader-names", { hasText: name });
const mine = (page: Page) => page.getByRole("region", { name: "Your assignment" });

test("a blind round, from its making until those who coded in it see each other's work", async ({
  page,
  browser,
}) => {
  await openStudy(page, HARBOURS, "/rounds");
  await page.getByRole("button", { name: "New round" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("First pass");
  await page.getByRole("radio", { name: "Blind" }).click();
  await page.getByRole("textbox", { name: "Instructions" }).fill("Losses first.");
  await page.getByRole("button", { name: "Make the round" }).click();

  // The guest codes all of it, the owner none: they lead, and see both.
  await page.getByRole("button", { name: "Distribute evenly" }).click();
  await page.getByRole("combobox", { name: "Each transcript by" }).click();
  await page.getByRole("option", { name: "1", exact: true }).click();
  await page.getByRole("checkbox", { name: "Sample owner" }).click();
  await page.getByRole("button", { name: "Show what it gives" }).click();
  await expect(page.getByText("First coder: 0 → 2")).toBeVisible();
  const first = page.getByRole("checkbox", { name: "talk 1, First coder" });
  await first.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("First coder: 0 → 1")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect(first).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Store" }).click();
  await expect(page.getByText("Not stored yet")).toHaveCount(0);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  const opening = page.getByRole("dialog");
  await expect(opening).toContainText("see their own codings alone in these 2 transcripts");
  await opening.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("Running")).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await signInAs(guest, "First coder");
  await guest.goto(studyAddress(page));
  await expect(guest.getByRole("heading", { name: "My assignments" })).toBeVisible();
  await expectAccessible(guest);
  await guest.getByRole("link", { name: "Begin with talk 1" }).click();
  await expect(mine(guest)).toContainText("First pass · 0 of 2 done");
  await expect(paragraph(guest, "The ferry stopped")).toBeVisible();
  await expect(label(guest, "Loss")).toHaveCount(0);
  await code(guest, paragraph(guest, "The ferry stopped"), "Ask the mayor", "Loss");
  await expect(label(guest, "Loss")).toHaveCount(1);
  await expectAccessible(guest);
  // Without a network it shows, waits in the browser through a reload, and is sent when the network is back.
  let offline = true;
  await guest.route("**/transcripts/*", (route) =>
    offline && route.request().method() === "POST" ? route.abort("internetdisconnected") : route.continue(),
  );
  await mine(guest).getByRole("button", { name: "Mark as done" }).click();
  await expect(mine(guest)).toContainText("First pass · 1 of 2 done");
  await expect(mine(guest)).toContainText("waiting to be sent");
  await guest.reload();
  await expect(mine(guest)).toContainText("waiting to be sent");
  await expect(mine(guest)).toContainText("First pass · 1 of 2 done");
  offline = false;
  await guest.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(mine(guest)).not.toContainText("waiting");
  await expect(mine(guest)).toContainText("First pass · 1 of 2 done");
  await mine(guest).getByRole("link", { name: "Next: talk 2" }).click();
  await expect(paragraph(guest, "The school closed")).toBeVisible();

  // Whoever leads has it before their eyes, and reveals it.
  await expect(page.getByRole("row", { name: /talk 1/ }).getByText("done", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Reveal" }).click();
  await page.getByRole("textbox", { name: "Type the title of the round" }).fill("First pass");
  await page.getByRole("dialog").getByRole("button", { name: "Reveal" }).click();
  await expect(page.getByText("The round is revealed.", { exact: true })).toBeVisible();
  await guest.goBack();
  await guest.reload();
  await expect(label(guest, "Loss")).toHaveCount(2);
});

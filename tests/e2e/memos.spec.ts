import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import type { WantedStudy } from "@/tests/support/e2e/made";
import { alive, openStudy, openTalk, signInAs, studyAddress } from "@/tests/support/e2e/study";

// The browser itself notes what is cut off, or refused: that is what is asked for here.
test.use({ expectedErrors: /Failed to load resource/ });

/** A study of one's own, with a coder and a viewer, of one interview with a coded passage. */
const FERRY: WantedStudy = {
  title: "Memos",
  members: ["first", "viewer"],
  talks: [
    {
      title: "The ferry",
      words: "Q: What changed?\nMori: The ferry stopped running one day.\nQ: Why?\nMori: Nobody paid.\n",
      by: { sector: "Fishery", position: "Ferry hand" },
      coded: [["The ferry stopped running", "Loss"]],
    },
  ],
};

const panel = (page: Page) => page.getByRole("dialog", { name: /^Memos on/ });
const words = (page: Page) => panel(page).getByRole("textbox", { name: "Write a memo" });

test("writes on a segment by key, links to it from elsewhere, and settles the thread with a colleague", async ({
  page,
  browser,
}) => {
  await openTalk(page, FERRY);
  await page.keyboard.press("j");
  const quote = await page.locator(".reader-quote").innerText();
  await page.keyboard.press("m");
  await expect(panel(page)).toBeVisible();
  await words(page).fill("Is this fear, or want?");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(panel(page).getByText("Is this fear, or want?", { exact: true }).last()).toBeVisible();
  await expect(words(page)).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /Memos on a segment of “The ferry”: 1 open/ })).toBeVisible();

  await page.getByRole("button", { name: /^Memos on “The ferry”/ }).click();
  await words(page).fill("Compare");
  await panel(page).getByRole("button", { name: "Link the segment at hand" }).click();
  await panel(page).getByRole("button", { name: "Add the memo" }).click();
  const chip = panel(page).getByRole("link").first();
  await expect(chip).toContainText(quote.slice(0, 20));
  await page.keyboard.press("Escape");

  // A colleague finds it in the room, answers, and settles it.
  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAs(other, "First coder");
  await other.goto(studyAddress(page));
  await alive(other);
  await other.keyboard.press("g");
  await other.keyboard.press("m");
  await other.waitForURL(/\/memos$/);
  await expect(other.getByRole("heading", { name: "Memos", level: 1 })).toBeVisible();
  await other.getByRole("searchbox", { name: "Words" }).fill("or want");
  await expect(other).toHaveURL(/text=or\+want/);
  const thread = other.getByRole("list", { name: "Threads" }).getByRole("listitem").first();
  await expect(thread).toContainText("Is this fear, or want?");
  await thread.getByRole("button", { name: "Answer" }).click();
  await thread.getByRole("textbox", { name: "Answer" }).fill("Fear: see the next turn.");
  await thread.getByRole("button", { name: "Answer" }).click();
  await expect(thread.getByText("Fear: see the next turn.")).toBeVisible();
  await expectAccessible(other);
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(other.getByText("No memo fits these filters")).toBeVisible();
  await other.getByRole("combobox", { name: "State" }).click();
  await other.getByRole("option", { name: "Resolved", exact: true }).click();
  await expect(thread).toContainText("Resolved by");
  // The chip leads to the place.
  await thread.getByRole("link").last().click();
  await other.waitForURL(/segment=/);
  await expect(other.locator(".reader-quote")).toHaveText(quote);
  await context.close();

  await page.reload();
  await expect(page.getByRole("button", { name: /Memos on “The ferry”: 1 open/ })).toBeVisible();
});

test("keeps what is not sent yet: over a reload, without a network, without a session", async ({ page }) => {
  await openStudy(page, FERRY);
  const open = page.getByRole("button", { name: /^Memos on the study/ });
  await open.click();
  const text = "What do we mean by people?";
  await words(page).fill(text);
  await expect(panel(page).getByText("Not sent yet; kept in this browser")).toBeVisible();
  await page.reload();
  await open.click();
  await expect(words(page)).toHaveValue(text);

  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.fallback(),
  );
  await panel(page).getByRole("button", { name: "Add the memo" }).click();
  await expect(panel(page).getByRole("alert")).toContainText("could not be reached");
  await page.unrouteAll();

  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await panel(page).getByRole("button", { name: "Add the memo" }).click();
  await expect(panel(page).getByRole("alert")).toContainText("You are no longer signed in");
  await page.context().addCookies(cookies);
  await panel(page).getByRole("button", { name: "Add the memo" }).click();
  await expect(panel(page).getByRole("article").filter({ hasText: text })).toHaveCount(1);
  await page.reload();
  await open.click();
  await expect(words(page)).toHaveValue("");

  // Deleted, and back.
  const memo = panel(page).getByRole("article").filter({ hasText: text });
  await memo.getByRole("button", { name: "Delete" }).click();
  await expect(memo).toHaveCount(0);
  await page.goto(studyAddress(page, "/memos?state=deleted"));
  await page
    .getByRole("article")
    .filter({ hasText: text })
    .getByRole("button", { name: "Bring back" })
    .click();
  await expect(page.getByText("The memo is back.", { exact: true })).toBeVisible();
});

test("is on codes and people too, and closed to viewers", async ({ page }) => {
  const { studyId } = await openStudy(page, FERRY, "/people");
  await page.getByRole("button", { name: /^Memos on interviewee 1/ }).click();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto(studyAddress(page, "/codebook"));
  await page.getByRole("treeitem").first().click();
  await page.getByRole("button", { name: /^Memos on the code/ }).click();
  await words(page).fill("Too wide?");
  await panel(page).getByRole("button", { name: "Add the memo" }).click();
  await expect(panel(page).getByRole("article")).toContainText("Too wide?");
  await page.context().clearCookies();
  await signInAs(page, "Sample viewer");
  await page.goto(`/studies/${studyId}`);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Memos on/ })).toHaveCount(0);
  await page.goto(`/studies/${studyId}/memos`);
  await expect(page.getByRole("heading", { name: "Your role does not reach this page" })).toBeVisible();
});

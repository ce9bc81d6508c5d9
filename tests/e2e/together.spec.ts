import type { Browser, BrowserContext, Page, Request } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { otherWindow, withTranscript } from "@/tests/support/e2e/correcting";
import type { WantedStudy } from "@/tests/support/e2e/made";
import {
  allSaved,
  code,
  openInterview,
  openTalk,
  paragraph,
  selectWords,
  signInAs,
  studyAddress,
} from "@/tests/support/e2e/study";

// Two people, or one person in two places, at the same time. Nothing here is read anew by hand.

const label = (page: Page, name: string) => page.locator(".reader-names", { hasText: name });
const first = (page: Page) => page.locator("[data-text-start='0']");
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? "");
const card = (page: Page) => page.getByRole("region", { name: "Segment" });

/** A study of two people, who code the question at the beginning of a talk of which the end is coded. */
const TWO: WantedStudy = {
  title: "Two people",
  members: ["second"],
  codes: [
    { name: "Protection", shortcut: "p" },
    { name: "Empowerment", shortcut: "e" },
  ],
  talks: [
    {
      title: "The harbour",
      words:
        "Q: When you look at the harbour today, what do you see first, and what only later?\nMori: The ferry. It stopped.\nQ: Why?\nMori: Nobody paid.\n",
      by: { sector: "Fishery", position: "Ferry hand" },
      coded: [["It stopped", "Loss"]],
    },
  ],
};

async function somebodyElse(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

test("two coders see each other come, code and go, with nothing under the hand disturbed", async ({
  page,
  browser,
}) => {
  const talk = await openTalk(page, TWO);
  const other = await somebodyElse(browser);
  await signInAs(other, "Second coder");
  await other.goto(talk);
  const here = page.getByRole("button", { name: /here: .*Second coder/ });
  await expect(here).toBeVisible();
  await here.click();
  const list = page.getByRole("dialog", { name: "Here now" });
  await expect(list.getByRole("listitem").filter({ hasText: "Second coder" })).toContainText(
    "on this transcript",
  );
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  const words = (await first(page).innerText()).split(" ");
  const mine = words.slice(1, 6).join(" ");
  await selectWords(page, first(page), mine);
  await selectWords(other, first(other), words.slice(3, 9).join(" "));
  await other.keyboard.press("e");
  await expect(label(other, "Empowerment").first()).toBeVisible();
  await expect(label(page, "Empowerment").first()).toBeVisible();
  expect(await selected(page)).toBe(mine);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.keyboard.press("p");
  await expect(label(page, "Protection").first()).toBeVisible();
  await allSaved(page);
  await expect(label(other, "Protection").first()).toBeVisible();
  await expect(label(page, "Protection")).toHaveCount(await label(other, "Protection").count());

  // What one takes away is gone on the other's screen, and the segment at hand there stays at hand.
  await other.keyboard.press("Delete");
  await expect(label(page, "Empowerment").first()).toHaveCount(0);
  await expect(card(page).getByRole("button", { name: "Remove Protection" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(label(other, "Protection").first()).toHaveCount(0);
  await allSaved(page);

  await other.context().close();
  await expect(here).toHaveCount(0);
});

test("a viewer sees nobody, and is seen by nobody", async ({ page, browser }) => {
  await openInterview(page, "Sample lead", 9);
  const viewer = await somebodyElse(browser);
  await signInAs(viewer, "Sample viewer");
  await viewer.goto(page.url().replace(/\/transcripts.*/, "/compare"));
  await expect(viewer.getByRole("heading", { name: "Compare" })).toBeVisible();
  const owner = await somebodyElse(browser);
  await openInterview(owner, "Sample owner", 9);
  await expect(page.getByRole("button", { name: /here: .*Sample owner/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Sample viewer/ })).toHaveCount(0);
  await expect(viewer.getByRole("button", { name: /here:/ })).toHaveCount(0);
});

test("the codebook beside the text follows what is changed elsewhere", async ({ page, browser }) => {
  const url = await withTranscript(page, "Changed elsewhere", [["Freedom from fear", "Safety"]]);
  const other = await otherWindow(browser, page, url.replace(/\/transcripts.*/, "/codebook"));
  await other.getByRole("treeitem", { name: /Safety/ }).click();
  await other.getByRole("button", { name: "Edit" }).click();
  await other.getByRole("textbox", { name: "Name" }).fill("Being safe");
  await other.getByRole("textbox", { name: "Why the meaning changes" }).fill("Plainer");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(label(page, "Being safe").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Being safe/ }).first()).toBeVisible();
});

test("a matrix says that its counts have changed, and counts anew when asked", async ({ page, browser }) => {
  const coder = await somebodyElse(browser);
  await openTalk(coder, TWO);
  await signInAs(page, "Second coder");
  await page.goto(studyAddress(coder, "/compare"));
  const changed = page.getByRole("status").filter({ hasText: "since these counts" });
  await expect(
    page.getByRole("grid").or(page.getByRole("table")).or(page.getByRole("treegrid")).first(),
  ).toBeVisible();
  await selectWords(coder, first(coder), (await first(coder).innerText()).split(" ").slice(1, 5).join(" "));
  await coder.keyboard.press("e");
  await expect(changed).toContainText("1 change since these counts");
  await expectAccessible(page);
  await changed.getByRole("button", { name: "Count anew" }).click();
  await expect(changed).toHaveCount(0);
  await coder.keyboard.press("Delete");
  await expect(changed).toBeVisible();
  await allSaved(coder);
});

test.describe("a field that is changed in two places", () => {
  const memo = (page: Page) => card(page).getByRole("textbox", { name: "Memo" });

  async function inTwoWindows(page: Page, browser: Browser, title: string): Promise<Page> {
    const url = await withTranscript(page, title, [["Freedom from fear", "Safety"]]);
    await label(page, "Safety").first().click();
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
      const certainty = async (of: Page, value: string) => {
        await card(of)
          .getByRole("button", { name: /^Certainty:/ })
          .click();
        await of.getByRole("menuitemradio", { name: value, exact: true }).click();
      };
      await memo(page).fill("Mine");
      await memo(page).blur();
      await certainty(page, "Unsure");
      await expect(page.getByRole("status").filter({ hasText: "kept in this browser" })).toBeVisible();
      await memo(other).fill("Theirs");
      await memo(other).blur();
      await certainty(other, "Certain");
      await allSaved(other);
      offline = false;
      await page.getByRole("button", { name: "Try now" }).click();
      const sure = page.getByRole("alert").filter({ hasText: "Unsure" });
      await expect(sure.getByText("Certain", { exact: true })).toBeVisible();
      await sure.getByRole("button", { name: "Keep mine" }).click();
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
  await expect.poll(streams.open).toBe(1);
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

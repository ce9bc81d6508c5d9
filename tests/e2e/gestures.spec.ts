import { randomUUID } from "node:crypto";
import type { Page, Request } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { withTranscript } from "@/tests/support/e2e/correcting";
import { caretBefore, drag, middleOf, placeOf } from "@/tests/support/e2e/pointing";
import { allSaved, code, paragraph, readerText, selectWords, sendsCoding } from "@/tests/support/e2e/study";

const FEAR = "Freedom from fear";
const card = (page: Page) => page.getByRole("region", { name: "Segment", exact: true });
const quote = (page: Page) => card(page).locator("blockquote");
const codes = (page: Page) => card(page).getByRole("list", { name: "Codes" }).getByRole("listitem");
const said = (page: Page) => page.getByRole("status").filter({ hasText: /./ });
const pane = (page: Page, name: string) =>
  page.getByRole("region", { name: "Codebook" }).getByRole("button", { name: new RegExp(`^${name}`) });
const marks = (page: Page) => readerText(page).locator("mark.reader-run");

test("selects by keys alone: words, sentences, the turn, and less again", async ({ page }) => {
  await withTranscript(page, "Selecting by keys");
  await caretBefore(paragraph(page, FEAR), "fear, and");
  const selected = () => page.evaluate(() => document.getSelection()?.toString());
  await page.keyboard.press("+");
  expect(await selected()).toBe("fear");
  await page.keyboard.press("=");
  expect(await selected()).toBe("Freedom from fear, and from want.");
  await expect(page.locator(".reader-caret")).toBeVisible();
  await page.keyboard.press("+");
  expect(await selected()).toContain("with Tanaka then.");
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  expect(await selected()).toBe("fear");
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selected()).toBe("fear, and");
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await selected()).toBe("fear, an");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press(".");
  await page.keyboard.press(".");
  expect(await selected()).toContain("I was in Sendai");
  await page.keyboard.press(",");
  expect(await selected()).not.toContain("Sendai");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Take more: word, sentence, paragraph, turn")).toBeVisible();
  await expect(sheet.getByText("Extend by a word")).toBeVisible();
  await expectAccessible(page);
});

test("codes with several codes at once, in vivo, with the last code again, and warns of a name much like another", async ({
  page,
}) => {
  await withTranscript(page, "Several codes", [["Freedom from fear", "Protection"]]);
  const talk = paragraph(page, FEAR);
  await code(page, talk, "from want", "Dignity");
  await selectWords(page, talk, "Sendai");
  await page.keyboard.press("Enter");
  const field = page.getByRole("combobox", { name: "Find a code" });
  await field.fill("prot");
  await page.keyboard.press("Shift+Enter");
  await field.fill("dig");
  await expect(page.getByText("apply all 2")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(quote(page)).toHaveText("Sendai");
  await expect(codes(page)).toHaveCount(2);
  // Both came in one step, and go in one.
  await page.keyboard.press("Control+z");
  await expect(marks(page).filter({ hasText: "Sendai" })).toHaveCount(0);

  await selectWords(page, talk, "Sendai");
  await page.keyboard.press(";");
  await expect(codes(page)).toHaveCount(1);

  await selectWords(page, talk, "Tanaka");
  await page.keyboard.press(":");
  await expect(codes(page).filter({ hasText: "Tanaka" })).toHaveCount(1);
  await page.getByRole("button", { name: "Put it under a code…" }).click();
  const dialog = page.getByRole("dialog", { name: "Where does “Tanaka” belong?" });
  await dialog.getByRole("combobox").fill("digni");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Put it there" }).click();
  await expect(dialog).toHaveCount(0);

  await selectWords(page, talk, "want");
  await page.keyboard.press("Enter");
  await field.fill("Protections");
  await expect(page.getByRole("status").filter({ hasText: "Much like it already" })).toContainText(
    "Protection",
  );
  await page.getByRole("combobox", { name: "Under" }).selectOption({ label: "Protection" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make “Protections” under Protection" }).click();
  await expect(codes(page).filter({ hasText: "Protections" })).toHaveCount(1);
  await allSaved(page);

  // The page is closed before that was told, and what was used last is first in the list all the same.
  const address = page.url();
  const context = page.context();
  await context.setOffline(true);
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await again.route("**/codings*", async (route) => {
    await held;
    await route.continue();
  });
  await again.goto(address, { waitUntil: "commit" });
  // What is selected before the codings are there stays so when they come and cut its words anew.
  await selectWords(again, paragraph(again, FEAR), "I was");
  release();
  await expect(marks(again).first()).toBeVisible();
  await again.keyboard.press("Enter");
  await expect(again.getByRole("option").first()).toContainText("Protections");
});

test("takes a code by drag and drop, both ways", async ({ page }) => {
  await withTranscript(page, "Drag and drop", [["Freedom", "Protection"]]);
  const talk = paragraph(page, FEAR);

  // Onto a word.
  await drag(page, await middleOf(pane(page, "Protection")), await placeOf(talk, "Sendai"));
  await expect(quote(page)).toHaveText("Sendai");
  // Onto the words selected.
  await selectWords(page, talk, "fear, and from want");
  await drag(page, await middleOf(pane(page, "Protection")), await placeOf(talk, "and from"));
  await expect(quote(page)).toHaveText("fear, and from want");
  // The words selected onto a code.
  await selectWords(page, talk, "with Tanaka then");
  await drag(page, await placeOf(talk, "with Tanaka then"), await middleOf(pane(page, "Protection")));
  await expect(quote(page)).toHaveText("with Tanaka then");
  await allSaved(page);
});

test("replaces a code, splits, unites, merges and resizes, each taken back in one step", async ({ page }) => {
  await withTranscript(page, "Reshaping", [["I was", "Dignity"]]);
  const talk = paragraph(page, FEAR);
  await code(page, talk, "Freedom from fear, and from want.", "Protection");
  await page.keyboard.press("!");
  await page.getByRole("dialog", { name: "In the place of Protection" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Find a code" }).fill("dig");
  await page.keyboard.press("Enter");
  await expect(codes(page)).toHaveText([/Dignity/]);
  await page.keyboard.press("Control+z");
  await expect(codes(page)).toHaveText([/Protection/]);

  await caretBefore(talk, "and from want");
  await page.keyboard.press("|");
  await expect(quote(page)).toHaveText("Freedom from fear,");
  await expect(said(page).filter({ hasText: "Split in two" })).toHaveCount(1);
  // Its parts touch: they are one again by the key that unites.
  await page.keyboard.press("&");
  await expect(quote(page)).toHaveText("Freedom from fear, and from want.");
  await page.keyboard.press("Control+z");
  await expect(quote(page)).not.toContainText("want");

  // What overlaps under one code is offered to be united.
  await selectWords(page, talk, "fear, and from");
  await page.keyboard.press("Enter");
  await page
    .getByRole("option", { name: /Protection/ })
    .first()
    .click();
  const offer = page.getByText("3 of your segments of “Protection” overlap or touch.");
  await expect(offer).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Make them one/ }).click();
  await expect(quote(page)).toHaveText("Freedom from fear, and from want.");
  await expect(offer).toHaveCount(0);

  // The next one has another code: merged, it has both.
  await page.keyboard.press("&");
  await expect(quote(page)).toHaveText("Freedom from fear, and from want. I was");
  await expect(codes(page)).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(codes(page)).toHaveCount(1);

  // By its handle, to the end of a word; then by key.
  const handle = page.locator('[data-border="end"] > .reader-knob');
  await drag(page, await middleOf(handle), await placeOf(talk, "from fear"));
  await expect(quote(page)).not.toContainText("want");
  await page.keyboard.press("}");
  await card(page).getByRole("button", { name: "Certainty: Not said" }).click();
  await page.getByRole("menuitemradio", { name: "Unsure" }).click();
  await expect(card(page).getByRole("button", { name: "Certainty: Unsure" })).toBeVisible();
  await allSaved(page);
  await page.reload();
  await page.locator(".reader-names", { hasText: "Protection" }).first().click();
  await expect(card(page).getByRole("button", { name: "Certainty: Unsure" })).toBeVisible();
});

test("resizes by a finger", async ({ browser, page }) => {
  const url = await withTranscript(page, "By touch", [["Freedom from fear", "Protection"]]);
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 820, height: 1100 },
    hasTouch: true,
    isMobile: true,
  });
  const touch = await context.newPage();
  await touch.goto(url);
  await touch.locator("mark.reader-run").first().tap();
  const handle = touch.locator('[data-border="end"] > .reader-knob');
  await expect(handle).toBeVisible();
  const from = await middleOf(handle);
  const to = await placeOf(paragraph(touch, FEAR), "want");
  const devtools = await context.newCDPSession(touch);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await send("touchStart", [from]);
  await send("touchMove", [{ x: (from.x + to.x) / 2, y: to.y }]);
  await send("touchMove", [{ x: to.x + 6, y: to.y }]);
  await send("touchEnd", []);
  await expect(touch.locator("mark.reader-run").first()).toHaveText(/want/);
  await context.close();
});

/** Sends what the page has sent once more in one batch, each time with more or fewer words of the same beginning. */
async function sendAgain(page: Page, sent: Request, quotes: readonly string[]): Promise<void> {
  const [{ transcriptId, operations }] = sent.postDataJSON();
  const [{ codings, start, ...operation }] = operations;
  const again = quotes.map((quote) => ({
    ...{ ...operation, start, quote, end: start + quote.length, id: randomUUID(), segmentId: randomUUID() },
    codings: codings.map((coding: object) => ({ ...coding, id: randomUUID() })),
  }));
  const answer = await page.request.post(sent.url(), {
    headers: await sent.allHeaders(),
    data: JSON.stringify([{ transcriptId, operations: again }]),
  });
  expect(answer.ok()).toBe(true);
}

test("reaches each of forty codes on one sentence, by key and in a list", async ({ page }) => {
  await withTranscript(page, "Forty codes");
  const talk = paragraph(page, FEAR);
  const [sent] = await Promise.all([page.waitForRequest(sendsCoding), code(page, talk, FEAR, "Code 1")]);
  // One segment each, all over the same words, so that no label can name them all.
  const words = await talk.innerText();
  const begins = Array.from({ length: 60 }, (_, at) => words.slice(words.indexOf(FEAR)).slice(0, at + 1))
    .filter((begin) => begin.trimEnd() === begin && begin !== FEAR)
    .slice(0, 39);
  const longest = begins.at(-1) ?? "";
  // All but the last as by another window of the person, in the page's own words.
  await sendAgain(page, sent, begins.slice(0, -1));
  await expect(page.getByText(/^39 segments/)).toBeVisible();
  await selectWords(page, talk, longest);
  await page.keyboard.press(";");
  await expect(quote(page)).toHaveText(longest);
  await caretBefore(talk, "reedom");
  await page.keyboard.press("@");
  const list = page.getByRole("listbox", { name: "40 segments here" });
  await expect(list).toBeFocused();
  await expect(list.getByRole("option")).toHaveCount(40);
  await expect(list.getByRole("option").first()).toContainText("Code 1");
  await expect(list.getByRole("option").first()).toContainText("Me");
  await expectAccessible(page);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(quote(page)).toHaveText("F");
  await expect(readerText(page)).toBeFocused();
  await page.keyboard.press(">");
  await expect(quote(page)).toHaveText(longest);
  await page.keyboard.press("<");
  await page.keyboard.press("<");
  await expect(quote(page)).toHaveText("Fr");
  // What finds no lane shares one, and is taken from there press by press.
  const pile = page.locator(".reader-pile").first();
  await pile.click();
  await expect(quote(page)).not.toHaveText("Fr");
  const taken = await quote(page).innerText();
  await pile.click();
  await expect(quote(page)).not.toHaveText(taken);
  // A press means what lies under it, though the lines drawn there go on.
  const { x, y } = await placeOf(talk, "want");
  await page.keyboard.press("Escape");
  await page.mouse.click(x, y);
  await expect(quote(page)).toHaveText(/from want?$/);
  await allSaved(page);
});

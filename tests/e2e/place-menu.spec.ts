import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { withTranscript } from "@/tests/support/e2e/correcting";
import { caretBefore, placeOf } from "@/tests/support/e2e/pointing";
import { code, paragraph, readerText, selectWords } from "@/tests/support/e2e/study";

const FEAR = "Freedom from fear";
const quote = (page: Page) =>
  page.getByRole("region", { name: "Segment", exact: true }).locator("blockquote");

/** Chooses in the menu, takes it back and selects a word before the page comes to anything that it has put off. */
const goOnAtOnce = (within: Locator, item: string, word: string) =>
  within.evaluate(
    async (element, { item, word }) => {
      const { setTimeout } = window;
      const putOff: (() => void)[] = [];
      const later = (callback: () => void, wait?: number) =>
        wait ? setTimeout(callback, wait) : putOff.push(callback);
      window.setTimeout = later as typeof setTimeout;
      const items = [...document.querySelectorAll<HTMLElement>("[role=menuitem]")];
      items.find(({ innerText }) => innerText.startsWith(item))?.click();
      await null;
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
      await null;
      element.closest<HTMLElement>("[role=document]")?.focus();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()?.nodeValue?.includes(word) === false);
      const at = walker.currentNode.nodeValue?.indexOf(word) ?? 0;
      document.getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + word.length);
      // The browser has told of the selection before the page comes to what it has put off.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      window.setTimeout = setTimeout;
      for (const callback of putOff) callback();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    { item, word },
  );

test("all that can be done at a place is in a menu, and under keys that every keyboard has", async ({
  page,
}) => {
  await withTranscript(page, "A menu at the words", [["Freedom from fear, and", "Safety"]]);
  const talk = paragraph(page, FEAR);
  await code(page, talk, FEAR, "Fear");
  await caretBefore(talk, "fear");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("listbox", { name: "2 segments here" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: "More for this segment" });
  await expect(menu.getByRole("menuitem", { name: /^Remove the segment/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(readerText(page)).toBeFocused();
  await page.keyboard.press("Shift+F7");
  await expect(quote(page)).toHaveText("Freedom from");
  await page.keyboard.press("Control+F7");
  await expect(quote(page)).toHaveText("from");

  // By the mouse the shortest there, and the caret is where the mouse was.
  const { x, y } = await placeOf(talk, "and");
  await page.mouse.click(x, y, { button: "right" });
  await menu.getByRole("menuitem", { name: /^Split the segment/ }).click();
  // Before the split the same words were at hand, and more.
  await expect(quote(page)).toHaveText(/^Freedom from fear, an?$/);
  await page.keyboard.press("Control+z");
  await expect(quote(page)).toHaveText("Freedom from fear, and");
  await selectWords(page, talk, "Sendai");
  const sendai = await placeOf(talk, "Sendai");
  await page.mouse.click(sendai.x, sendai.y, { button: "right" });
  const forWords = page.getByRole("menu", { name: "For these words" });
  await forWords.getByRole("menuitem", { name: /^Code(?! with)/ }).click();
  // The menu gives the focus back a moment later, and not where something has been opened meanwhile.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(page.getByRole("combobox", { name: "Find a code" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.mouse.click(sendai.x, sendai.y, { button: "right" });
  await forWords.getByRole("menuitem", { name: /^Code with “Fear” again/ }).click();
  await expect(quote(page)).toHaveText("Sendai");

  // On a busy machine people are ahead of the menu: what they have selected meanwhile stays selected.
  await page.mouse.click(x, y, { button: "right" });
  await expect(menu).toBeVisible();
  await goOnAtOnce(talk, "Split the segment", "Tanaka");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("Tanaka");
  await expect(page.getByText(/^3 segments/)).toBeVisible();
  await expect(talk.locator("mark", { hasText: "Sendai" })).toBeVisible();

  // The browser's own with Ctrl, and where there is nothing to offer.
  await page.evaluate(() =>
    document.addEventListener("contextmenu", (event) => {
      document.title = event.defaultPrevented ? "ours" : "the browser’s";
    }),
  );
  await page.keyboard.down("Control");
  await page.mouse.click(sendai.x, sendai.y, { button: "right" });
  await page.keyboard.up("Control");
  await expect(page).toHaveTitle("the browser’s");
  await page.locator("[data-text-start]", { hasText: "For everybody" }).click({ button: "right" });
  await expect(forWords.or(menu)).toHaveCount(0);
});

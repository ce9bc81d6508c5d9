import type { Locator, Page } from "@playwright/test";

/** Puts the caret before words of the paragraph, as a press there would. */
export async function caretBefore(within: Locator, words: string): Promise<void> {
  await within.evaluate((element, wanted) => {
    let left = element.textContent?.indexOf(wanted) ?? -1;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.nodeValue ?? "";
      if (left < length) {
        element.closest<HTMLElement>("[role=document]")?.focus();
        document.getSelection()?.collapse(node, left);
        return;
      }
      left -= length;
    }
  }, words);
}

/** Where words of a paragraph stand in the window. */
export async function placeOf(within: Locator, words: string): Promise<{ x: number; y: number }> {
  return within.evaluate((element, wanted) => {
    const at = element.textContent?.indexOf(wanted) ?? -1;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let left = at + Math.floor(wanted.length / 2);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.nodeValue ?? "";
      if (left < length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      left -= length;
    }
    throw new Error(`not in the paragraph: ${wanted}`);
  }, words);
}

/** Drags from one place of the window to another. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

export const middleOf = async (what: Locator) => {
  const box = await what.boundingBox();
  if (!box) throw new Error("not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

import type { Page } from "@playwright/test";
import { expect } from "./base";

interface Said {
  readonly words: string;
  /** Whether somebody with a screen reader hears it; else why not. */
  readonly unheard: "" | "came with its region" | "hidden" | "off";
}

declare global {
  interface Window {
    said: Said[];
  }
}

/**
 * Writes down what the pages that are opened from here on tell those who listen. A screen reader follows regions that it
 * knows: what comes into the tree together with its region is not told, but for alerts, nor is what a dialog hides.
 */
export const listen = (page: Page) => page.addInitScript(record);

function record(): void {
  window.said = [];
  const REGION = "[role=status], [role=log], [role=alert], [aria-live]";
  const known = new Set<Element>();
  const learn = () => {
    for (const region of document.querySelectorAll(REGION)) known.add(region);
  };
  const isAlert = (region: Element) => region.getAttribute("role") === "alert";
  const tell = (region: Element, words: string) => {
    const plain = words.replace(/\s+/g, " ").trim();
    if (plain === "") return;
    const hidden = region.closest("[aria-hidden=true], [inert], [hidden]") || !region.checkVisibility();
    const unheard = hidden
      ? "hidden"
      : region.getAttribute("aria-live") === "off"
        ? "off"
        : known.has(region) || isAlert(region)
          ? ""
          : "came with its region";
    window.said.push({ words: plain, unheard });
  };
  const take = (changes: readonly MutationRecord[]) => {
    const told = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const at = target instanceof ShadowRoot ? target.host : target;
      const within = (at instanceof Element ? at : at.parentElement)?.closest(REGION);
      if (within?.isConnected) {
        if (told.has(within)) continue;
        // What is added one after the other is read by itself; else the region is read as a whole.
        if (within.getAttribute("role") === "log")
          for (const node of addedNodes) tell(within, node.textContent ?? "");
        else {
          told.add(within);
          tell(within, within.textContent ?? "");
        }
        continue;
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element) || !node.isConnected) continue;
        const regions = node.matches(REGION) ? [node] : [...node.querySelectorAll(REGION)];
        for (const region of regions) {
          if (told.has(region)) continue;
          told.add(region);
          tell(region, region.textContent ?? "");
        }
      }
    }
    requestAnimationFrame(learn);
  };
  const observer = new MutationObserver(take);
  const all = { childList: true, characterData: true, subtree: true };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (how) {
    const root = attachShadow.call(this, how);
    observer.observe(root, all);
    return root;
  };
  const begin = () => {
    learn();
    observer.observe(document.documentElement, all);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}

/** Waits until the page has told words to those who listen, and forgets what it told up to there. */
export async function expectHeard(page: Page, words: string | RegExp): Promise<void> {
  const heard = ({ words: told, unheard }: Said) =>
    unheard === "" && (typeof words === "string" ? told.includes(words) : words.test(told));
  await expect
    .poll(
      async () => {
        const said = await page.evaluate(() => window.said);
        const at = said.findIndex(heard);
        if (at < 0) return said;
        await page.evaluate((count) => window.said.splice(0, count), at + 1);
        return true;
      },
      { message: `heard: ${words}`, intervals: [20, 50, 100] },
    )
    .toBe(true);
}

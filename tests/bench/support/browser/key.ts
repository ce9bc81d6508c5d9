import type { Page } from "@playwright/test";
import type { Chance } from "../generate/chance";
import { selectWords, settle, type Watched, watched } from "./gestures";
import { READER } from "./probe";

export interface Keyed extends Watched {
  acknowledged: number;
}

/** How long a hand takes from the mouse to the keys, in milliseconds. */
const HAND = 300;

/** Selects words and codes them with a code's key: from the key press to the paint, and to the server's word. */
export async function codeByKey(page: Page, key: string, chance: Chance): Promise<Keyed> {
  await selectWords(page, chance);
  await page.locator(READER.selectionBar).waitFor();
  await settle(page);
  await page.waitForTimeout(HAND);
  await page.evaluate(({ chosen, saved }) => {
    window.probe.watch("keydown", chosen);
    window.probe.watchReturn("keydown", saved);
  }, READER);
  await page.keyboard.press(key);
  const times = await watched(page);
  await page.waitForFunction(() => window.probe.returned !== null);
  const acknowledged = await page.evaluate(() => window.probe.returned);
  if (acknowledged === null) throw new Error("nothing was acknowledged");
  return { ...times, acknowledged };
}

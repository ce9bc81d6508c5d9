import type { CDPSession, Page } from "@playwright/test";
import type { Chance } from "../generate/chance";
import { selectWords, settle, type Watched, watched } from "./gestures";
import { READER } from "./probe";
import { traced } from "./work";

export interface Keyed extends Watched {
  acknowledged: number;
}

/** Selects words and codes them with a code's key: from the key press to the paint, and to the server's word. */
export async function codeByKey(page: Page, key: string, chance: Chance): Promise<Keyed> {
  await readyToCode(page, chance);
  await page.keyboard.press(key);
  const times = await watched(page);
  return { ...times, acknowledged: await acknowledged(page) };
}

/** The page's work from the key press to the paint, in milliseconds. Being traced slows the rest down a little, so that is not told. */
export async function workOfKey(
  page: Page,
  devtools: CDPSession,
  key: string,
  chance: Chance,
): Promise<number> {
  await readyToCode(page, chance);
  const work = await traced(devtools, "keydown", async () => {
    await page.keyboard.press(key);
    await watched(page);
  });
  await acknowledged(page);
  return work;
}

/** Words selected, the page at rest, and the key watched for. */
async function readyToCode(page: Page, chance: Chance): Promise<void> {
  await selectWords(page, chance);
  await page.locator(READER.selectionBar).waitFor();
  await settle(page);
  await page.evaluate(({ chosen, saved }) => {
    window.probe.watch("keydown", chosen);
    window.probe.watchReturn("keydown", saved);
  }, READER);
}

async function acknowledged(page: Page): Promise<number> {
  await page.waitForFunction(() => window.probe.returned !== null);
  const time = await page.evaluate(() => window.probe.returned);
  if (time === null) throw new Error("nothing was acknowledged");
  return time;
}

import type { Page } from "@playwright/test";
import type { Chance } from "../generate/chance";

/** Selects some words of one paragraph in view with the mouse. What was watched before is measured by it. */
export async function selectWords(page: Page, chance: Chance): Promise<void> {
  const place = await page.evaluate(([at, length]) => window.probe.words(at, length), [
    chance.next(),
    chance.between(2, 12),
  ] as const);
  if (!place) throw new Error("there are no words in view");
  await page.mouse.move(place.from.x, place.from.y);
  await page.mouse.down();
  await page.mouse.move(place.to.x, place.to.y, { steps: 4 });
  await page.mouse.up();
}

/** Moves on by some lines, as one does while coding, so that the next words are others. */
export async function moveOn(page: Page): Promise<void> {
  await page.mouse.wheel(0, 180);
  await settle(page);
}

/**
 * Lets the page finish what it is at, so that one measurement does not stand in the way of the next: a frame
 * and the idle time after it, twice, since the first may bring about more.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise(requestAnimationFrame);
      await idle();
    }
  });
}

export interface Watched {
  painted: number;
  /** 1 is the next frame. */
  frames: number;
  /** By the Event Timing API; null where it was too short to be told. */
  eventTiming: number | null;
}

/** What the watch came to. */
export async function watched(page: Page): Promise<Watched> {
  await page.waitForFunction(() => window.probe.painted !== null);
  // The browser tells of an event's time some frames after it.
  await settle(page);
  const { painted, frames, eventTiming } = await page.evaluate(() => ({
    painted: window.probe.painted,
    frames: window.probe.frames,
    eventTiming: window.probe.eventTiming,
  }));
  if (painted === null || frames === null) throw new Error("nothing was painted");
  return { painted, frames, eventTiming };
}

import type { CDPSession, Page } from "@playwright/test";
import { goal, line, median, milliseconds, number, quantile } from "../report";
import { settle } from "./gestures";
import { READER } from "./probe";

/** Pixels in a second: quick reading, and looking for a place. */
export const PACES = [1_500, 8_000] as const;
const SECONDS = 8;
/** What one frame has, at 60 in a second, in milliseconds. */
const FRAME = 1_000 / 60;

/** Through the text with the wheel, as far as one gets, and the gaps between frames on the way. Answers how many frames were dropped. */
export async function scrolling(
  page: Page,
  devtools: CDPSession,
  pace: number,
  /** The longest gap but for one in twenty, in milliseconds. */
  most = 33,
): Promise<number> {
  const before = await position(page);
  await page.evaluate(() => window.probe.startFrames());
  await devtools.send("Input.synthesizeScrollGesture", {
    x: 700,
    y: 450,
    yDistance: -pace * SECONDS,
    speed: pace,
    gestureSourceType: "mouse",
    preventFling: true,
  });
  const frames = await page.evaluate(() => window.probe.stopFrames());
  const after = await position(page);
  if (after.top <= before.top) throw new Error("the text did not scroll");
  await page.locator(READER.text).first().waitFor();
  const far = `${number(((after.top - before.top) / after.height) * 100)} % of the text`;
  const dropped = frames.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0);
  line(
    `  Scrolling at ${pace} pixels in a second, ${far}: ${frames.length} frames, ${dropped} dropped, ` +
      `median ${milliseconds(median(frames))}, longest ${milliseconds(Math.max(...frames))}.`,
  );
  goal(`frame to frame at ${pace} pixels in a second, p95`, quantile(frames, 0.95), most, "ms");
  await settle(page);
  return dropped;
}

function position(page: Page): Promise<{ top: number; height: number }> {
  return page.locator(READER.scroller).evaluate(({ scrollTop, scrollHeight }) => ({
    top: scrollTop,
    height: scrollHeight,
  }));
}

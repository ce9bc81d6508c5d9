import type { Browser, CDPSession, Page } from "@playwright/test";
import { selectWords, settle, type Watched, watched } from "./support/browser/gestures";
import { openBrowser, openReader, visit } from "./support/browser/open";
import { READER } from "./support/browser/probe";
import { PACES, scrolling } from "./support/browser/scroll";
import { Chance } from "./support/generate/chance";
import { goal, heading, machine, median, TIMES, table, tenfold, timesRow } from "./support/report";
import { target } from "./support/target";
import { loadTranscript, type Transcript } from "./support/transcript";

// How a long transcript reads and takes codes in a real Chromium, from navigation to the memory it leaves.

const VISITS = 7;
const PRESSES = 25;
const FRAMES_AT_REST = 60;
const MEGABYTE = 1_000_000;

machine();
const small = await loadTranscript({ words: 10_000, codings: 1_000 }, 3);
const large = await loadTranscript({ words: 100_000, codings: 10_000 }, 4);
const browser = await openBrowser();
await floor(browser, small);
const short = await measure(browser, small);
const long = await measure(browser, large);
for (const what of ["readable", "painted", "selecting", "pressing", "heap"] as const)
  tenfold(what, short[what], long[what]);
await browser.close();

/** What the machine gives a page that does next to nothing. */
async function floor(browser: Browser, transcript: Transcript): Promise<void> {
  const times: number[] = [];
  let frames: number[] = [];
  for (let round = -1; round < VISITS; round += 1) {
    const { page, context } = await visit(browser, coderOf(transcript));
    await page.goto(new URL("/studies", target.BASE_URL).href, { waitUntil: "load" });
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    if (round >= 0) times.push((await painted.jsonValue()) ?? Number.NaN);
    await page.evaluate(() => window.probe.startFrames());
    await page.waitForFunction((count) => window.probe.counted >= count, FRAMES_AT_REST);
    frames = await page.evaluate(() => window.probe.stopFrames());
    await context.close();
  }
  heading("The floor: the list of studies, and a page at rest");
  table(TIMES, [timesRow("navigation to first paint", times), timesRow("frame to frame", frames)]);
}

async function measure(browser: Browser, transcript: Transcript) {
  heading(transcript.name);
  const opened = await opening(browser, transcript);
  const { page, context, assertQuiet } = await visit(browser, coderOf(transcript));
  await openReader(page, transcript.address);
  await settle(page);
  const devtools = await context.newCDPSession(page);
  for (const pace of PACES) await scrolling(page, devtools, pace);
  const selected = await selecting(page);
  const held = await heap(devtools);
  assertQuiet();
  await context.close();
  return { ...opened, ...selected, heap: held };
}

function coderOf({ coders }: Transcript) {
  if (!coders[0]) throw new Error("there are no coders");
  return coders[0].session;
}

/** Navigations with empty caches, and again with what the first left. */
async function opening(browser: Browser, transcript: Transcript) {
  const cold: { text: number; codings: number }[] = [];
  const warm: { text: number; codings: number }[] = [];
  for (let round = -1; round < VISITS; round += 1) {
    const { page, context, assertQuiet } = await visit(browser, coderOf(transcript));
    const first = await openReader(page, transcript.address);
    const again = await openReader(page, transcript.address);
    assertQuiet();
    await context.close();
    if (round < 0) continue;
    cold.push(first);
    warm.push(again);
  }
  const texts = cold.map(({ text }) => text);
  const codings = cold.map((seen) => seen.codings);
  table(TIMES, [
    timesRow("navigation to readable", texts),
    timesRow("navigation to codings painted", codings),
    timesRow(
      "opened again, to readable",
      warm.map(({ text }) => text),
    ),
    timesRow(
      "opened again, to codings painted",
      warm.map((seen) => seen.codings),
    ),
  ]);
  goal("readable", median(texts), 1_000, "ms");
  goal("codings in view painted", median(codings), 1_500, "ms");
  return { readable: median(texts), painted: median(codings) };
}

/** The mouse let go at the end of a selection, and pressed on a coded word. */
async function selecting(page: Page) {
  const chance = new Chance(5);
  const bars: Watched[] = [];
  for (let round = -3; round < PRESSES; round += 1) {
    await page.evaluate((bar) => window.probe.watch("pointerup", bar), READER.selectionBar);
    await selectWords(page, chance);
    const times = await watched(page);
    if (round >= 0) bars.push(times);
    await page.keyboard.press("Escape");
    await page.locator(READER.selectionBar).waitFor({ state: "detached" });
    await settle(page);
  }
  const presses: Watched[] = [];
  for (let round = -3; round < PRESSES; round += 1) {
    const place = await codedWord(page, chance);
    await page.evaluate((chosen) => window.probe.watch("pointerup", chosen), READER.chosen);
    await page.mouse.click(place.x, place.y);
    const times = await watched(page);
    if (round >= 0) presses.push(times);
    await page.keyboard.press("Escape");
    await page.locator(READER.chosen).first().waitFor({ state: "detached" });
    await settle(page);
  }
  table(TIMES, [
    ...watchedRows("mouse up to what one can do beside the selection", bars),
    ...watchedRows("press on a coded word to its segment at hand", presses),
  ]);
  const [selecting, pressing] = [bars, presses].map((times) => median(times.map(({ painted }) => painted)));
  goal("select to painted", selecting ?? Number.NaN, 50, "ms");
  goal("press on a segment to painted", pressing ?? Number.NaN, 50, "ms");
  return { selecting: selecting ?? Number.NaN, pressing: pressing ?? Number.NaN };
}

function watchedRows(name: string, times: readonly Watched[]): string[][] {
  return [
    timesRow(
      name,
      times.map(({ painted }) => painted),
    ),
    timesRow(
      "  by the Event Timing API, in steps of 8 ms from 16 on",
      times.map(({ eventTiming }) => eventTiming ?? 16),
    ),
  ];
}

/** A place on a coded run in view. */
async function codedWord(page: Page, chance: Chance): Promise<{ x: number; y: number }> {
  const boxes = await page.locator(READER.coded).evaluateAll((runs) =>
    runs.flatMap((run) => {
      const box = run.getClientRects()[0];
      return box && box.width > 8 && box.top > 140 && box.bottom < window.innerHeight - 80
        ? [{ x: box.left + box.width / 2, y: box.top + box.height / 2 }]
        : [];
    }),
  );
  return chance.pick(boxes);
}

/** What the page holds when everything that can be let go has been. */
async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  goal("JS heap of the page after all this", usedSize / MEGABYTE, 200, "MB");
  return usedSize;
}

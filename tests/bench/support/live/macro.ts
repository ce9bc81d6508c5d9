import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { withClient } from "@/lib/launch/database";
import { settle } from "../browser/gestures";
import { openReader, visit } from "../browser/open";
import { READER } from "../browser/probe";
import { target } from "../target";
import type { Transcript } from "../transcript";

export interface Typed {
  /** Keys of codes in a second, as they were sent. */
  rate: number;
  /** From each of these keys to when the page took it, in milliseconds. */
  taken: number[];
  /** Of those typed: in the database, in the order of the keys; and counted on the page. */
  stored: number;
  inOrder: boolean;
  shown: number;
  /** From the last key to when the page counts all of them, and to when all are saved, in milliseconds. */
  shownAfter: number;
  savedAfter: number;
}

/**
 * Codes word after word from the beginning of the text, so many in a second, as a macro types: by the clock, without
 * asking whether the page has come along.
 */
export async function typeByMacro(
  browser: Browser,
  { coders, address }: Transcript,
  count: number,
  every: number,
): Promise<Typed> {
  const [coder] = coders;
  if (!coder) throw new Error("there are no coders");
  const atEnds = await endsOfParagraphs(coder.transcriptId);
  const { page, context, assertQuiet } = await visit(browser, coder.session);
  await openReader(page, address);
  await settle(page);
  const before = await segments(page);
  await page.keyboard.press("t");
  await page.keyboard.press("Control+Home");
  await page.evaluate(noteTaken);
  const devtools = await context.newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let typed = 0; typed < count; typed += 1) {
    await delay(Math.max(0, begun + typed * every - performance.now()));
    // The end of a paragraph holds no words: one goes past it.
    for (let presses = atEnds.has(typed) ? 2 : 1; presses > 0; presses -= 1)
      sent.push(...press(devtools, NEXT));
    sent.push(...press(devtools, FIRST_CODE));
  }
  const last = performance.now();
  const rate = (count - 1) / ((last - begun) / 1_000);
  await Promise.all(sent);
  while ((await segments(page)) - before < count && performance.now() < last + 60_000)
    await page.evaluate(() => new Promise(requestAnimationFrame));
  const shownAfter = performance.now() - last;
  await page.locator(READER.saved).waitFor({ timeout: 60_000 });
  const savedAfter = performance.now() - last;
  await settle(page);
  const shown = (await segments(page)) - before;
  const taken = await page.evaluate(() => window.taken);
  const starts = await startsOf(coder, count);
  assertQuiet();
  await context.close();
  const inOrder = starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
  return { rate, taken, stored: starts.length, inOrder, shown, shownAfter, savedAfter };
}

/** Control and Shift. */
const EXTENDING = 2 | 8;
const NEXT = { key: "ArrowRight", code: "ArrowRight", windowsVirtualKeyCode: 39, modifiers: EXTENDING };
const FIRST_CODE = { key: "1", code: "Digit1", windowsVirtualKeyCode: 49, text: "1" };

/** A key down and up, given to the browser one after the other, without waiting for what comes of it. */
function press(devtools: CDPSession, key: typeof NEXT | typeof FIRST_CODE): Promise<unknown>[] {
  return [
    devtools.send("Input.dispatchKeyEvent", { type: "keyDown", ...key }),
    devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...key, text: undefined }),
  ];
}

declare global {
  interface Window {
    taken: number[];
  }
}

/** Runs in the page: notes how long each key of a code waited for the page. */
function noteTaken(): void {
  window.taken = [];
  window.addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      if (key === "1") window.taken.push(performance.now() - timeStamp);
    },
    { capture: true },
  );
}

async function segments(page: Page): Promise<number> {
  const words = await page.getByText(/^[\d,]+ segments/).innerText();
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(",", ""));
}

/** After how many codings one stands at the end of a paragraph: each of its words is coded, and the stop that ends it. */
async function endsOfParagraphs(transcriptId: string): Promise<ReadonlySet<number>> {
  const rows = await withClient(target.DATABASE_URL, async (client) => {
    const found = await client.query<{ text: string }>(
      `SELECT p."text" FROM "Paragraph" p JOIN "TranscriptVersion" v ON v."id" = p."versionId"
       WHERE v."transcriptId" = $1 AND v."current" ORDER BY p."ordinal"`,
      [transcriptId],
    );
    return found.rows;
  });
  let codings = 0;
  return new Set(rows.map(({ text }) => (codings += (text.match(/\p{L}+/gu)?.length ?? 0) + 1)));
}

/** Where the last codings of a coder begin, in the order in which they were stored. */
async function startsOf(
  { transcriptId, coderId }: Transcript["coders"][number],
  count: number,
): Promise<number[]> {
  return withClient(target.DATABASE_URL, async (client) => {
    const { rows } = await client.query<{ start: number }>(
      `SELECT (e."after"->'segments'->0->>'start')::int AS start FROM "HistoryEvent" e
       WHERE e."transcriptId" = $1 AND e."actorId" = $2 AND e."kind" = 'coding.apply' ORDER BY e."seq" DESC LIMIT $3`,
      [transcriptId, coderId, count],
    );
    return rows.map(({ start }) => start).reverse();
  });
}

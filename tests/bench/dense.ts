import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { withClient } from "@/lib/launch/database";
import { sendCoding } from "./support/apply";
import { settle, watched } from "./support/browser/gestures";
import { openBrowser, openReader, visit } from "./support/browser/open";
import { READER } from "./support/browser/probe";
import { PACES, scrolling } from "./support/browser/scroll";
import { Client } from "./support/http";
import {
  goal,
  heading,
  line,
  machine,
  median,
  milliseconds,
  TIMES,
  table,
  tenfold,
  timesRow,
} from "./support/report";
import { target } from "./support/target";
import { loadTranscript, type Transcript } from "./support/transcript";

// Many codings in one place: forty on every word of a text, and forty on one sentence, beside none and beside one.

const MANY = 40;
const ROUNDS = 15;

machine();
const browser = await openBrowser();
const opened: Opening[] = [];
for (const words of [10_000, 100_000]) {
  const { dropped: floor } = await scrollThrough(browser, await loadTranscript({ words, codings: 0 }, 1));
  const coded = await loadTranscript({ words, codings: 0, layers: MANY }, 1, MANY);
  const { dropped, ...opening } = await scrollThrough(browser, coded);
  opened.push(opening);
  for (const [at, pace] of PACES.entries())
    goal(
      `dropped at ${pace} pixels in a second, beside ${floor[at]} without any coding`,
      dropped[at] ?? 0,
      floor[at] ?? 0,
      "frames",
    );
}
const [less, more] = opened;
if (less && more) {
  tenfold("its codings in view", less.inView, more.inView);
  tenfold("all of them counted", less.counted, more.counted);
}
const transcript = await loadTranscript({ words: 10_000, codings: 0 }, 2, MANY);
const [once, often] = await sentencesOf(transcript);
if (!once || !often) throw new Error("there are no sentences");
await codeSentence(transcript, once, 1);
await codeSentence(transcript, often, MANY);
for (const [sentence, count] of [
  [once, 1],
  [often, MANY],
] as const)
  await atSentence(browser, transcript, sentence, count);
await browser.close();

/** When there was something to be seen, in milliseconds from the navigation on. */
interface Opening {
  inView: number;
  counted: number;
}

/** Opens it and scrolls; answers how many frames were dropped at each pace, too. */
async function scrollThrough(
  browser: Browser,
  transcript: Transcript,
): Promise<Opening & { dropped: number[] }> {
  heading(transcript.name);
  const { page, context, assertQuiet } = await visit(browser, coderOf(transcript, 0).session);
  const begun = performance.now();
  await page.goto(new URL(transcript.address, target.BASE_URL).href, { waitUntil: "commit" });
  await page.getByText(/^[\d,]+ segments/).waitFor();
  await settle(page);
  const counted = performance.now() - begun;
  const { text, codings } = await page.evaluate(() => window.probe.seen);
  const seen = codings === null ? "" : `, its codings in view at ${milliseconds(codings)}`;
  line(`  Readable at ${milliseconds(text ?? Number.NaN)}${seen}, all counted at ${milliseconds(counted)}.`);
  const devtools = await context.newCDPSession(page);
  const dropped: number[] = [];
  for (const pace of PACES) dropped.push(await scrolling(page, devtools, pace));
  assertQuiet();
  await context.close();
  return { dropped, inView: codings ?? Number.NaN, counted };
}

function coderOf({ coders }: Transcript, index: number) {
  const coder = coders[index];
  if (!coder) throw new Error("there is no such coder");
  return coder;
}

interface Sentence {
  versionId: string;
  /** Of its paragraph, which it begins. */
  ordinal: number;
  start: number;
  text: string;
}

/** The first sentences of long paragraphs, from the beginning of the text on. */
function sentencesOf(transcript: Transcript): Promise<Sentence[]> {
  return withClient(target.DATABASE_URL, async (client) => {
    const { rows } = await client.query<Sentence>(
      `SELECT p."versionId", p."ordinal", p."start", substring(p."text" from '^[^.]*[.]') AS text
       FROM "Paragraph" p JOIN "TranscriptVersion" v ON v."id" = p."versionId"
       WHERE v."transcriptId" = $1 AND v."current" AND p."end" - p."start" > 250 ORDER BY p."ordinal" LIMIT 2`,
      [coderOf(transcript, 0).transcriptId],
    );
    return rows;
  });
}

/** Each coder gives it another code. */
async function codeSentence(transcript: Transcript, { versionId, start, text }: Sentence, coders: number) {
  const client = new Client();
  for (let index = 0; index < coders; index += 1)
    await sendCoding(client, coderOf(transcript, index), {
      id: randomUUID(),
      kind: "apply",
      versionId,
      segmentId: randomUUID(),
      start,
      end: start + text.length,
      quote: text,
      codings: [{ id: randomUUID(), codeId: transcript.study.codeIds[index] ?? "" }],
    });
  client.close();
}

/** The first coder lists what lies on it, goes through all of it by key, and adds one more code. */
async function atSentence(
  browser: Browser,
  transcript: Transcript,
  { ordinal }: Sentence,
  count: number,
): Promise<void> {
  heading(count === 1 ? "One code on a sentence" : `${count} codes on a sentence`);
  const { page, context, assertQuiet } = await visit(browser, coderOf(transcript, 0).session);
  await openReader(page, transcript.address);
  await settle(page);
  await toParagraph(page, ordinal);
  const listed: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const time = await keyToPaint(page, "@", ".reader-picker [role=option]");
    if (round >= 0) listed.push(time);
    const options = await page.getByRole("option").count();
    if (options !== count) throw new Error(`the list has ${options} segments`);
    await page.keyboard.press("Escape");
    await settle(page);
  }
  const stepped: number[] = [];
  const reached = new Set<string>();
  for (let step = 0; step < count; step += 1) {
    stepped.push(await keyToPaint(page, ">", READER.chosen));
    await settle(page);
    reached.add(await page.locator("[aria-labelledby=reader-segment]").innerText());
  }
  if (reached.size !== count) throw new Error(`${reached.size} of ${count} segments were reached by key`);
  const added: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    await page.keyboard.press("Escape");
    await toParagraph(page, ordinal);
    await page.keyboard.press(".");
    await page.locator(READER.selectionBar).waitFor();
    await settle(page);
    const time = await keyToPaint(page, "9", READER.chosen);
    if (round >= 0) added.push(time);
    await page.keyboard.press("Control+z");
    await page.locator(READER.saved).waitFor();
    await settle(page);
  }
  assertQuiet();
  await context.close();
  table(TIMES, [
    timesRow("key to the list of what lies there", listed),
    timesRow("key to the next of it at hand", stepped),
    timesRow(`key to code ${count + 1} painted`, added),
  ]);
  for (const [what, times] of [
    ["list of what lies there", listed],
    ["next of it at hand", stepped],
    ["one more code", added],
  ] as const)
    goal(`${what}, painted`, median(times), 50, "ms");
}

/** The caret to the beginning of a paragraph. */
async function toParagraph(page: Page, ordinal: number): Promise<void> {
  await page.keyboard.press("t");
  await page.keyboard.press("Control+Home");
  for (let at = 0; at < ordinal; at += 1) await page.keyboard.press("Control+ArrowDown");
  await settle(page);
}

async function keyToPaint(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate((shown) => window.probe.watch("keydown", shown), selector);
  await page.keyboard.press(key);
  return (await watched(page)).painted;
}

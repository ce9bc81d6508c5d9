import type { Browser } from "@playwright/test";
import { withClient } from "@/lib/launch/database";
import { sendCoding, sendFloor } from "./support/apply";
import { moveOn, settle } from "./support/browser/gestures";
import { codeByKey, type Keyed, workOfKey } from "./support/browser/key";
import { openBrowser, openReader, visit } from "./support/browser/open";
import { closedLoop, type Load, paced, type Send } from "./support/clients";
import { Chance } from "./support/generate/chance";
import { Client } from "./support/http";
import {
  goal,
  heading,
  line,
  machine,
  median,
  milliseconds,
  number,
  quantile,
  TIMES,
  table,
  tenfold,
  timesRow,
} from "./support/report";
import { target } from "./support/target";
import { CODE_KEYS, loadTranscript, type Transcript } from "./support/transcript";

// How long a coding takes, from the coder's key to the server's word, beside the least that a handler of
// the same server can do: one insert.

const WARM_UP = 100;
const ROUNDS = 500;
const SECONDS = 10;
/** Milliseconds from one coding of a client to its next: faster than people work, and as a macro types. */
const PACES = [250, 50];
/** One; one for each core of the usual machine; and eight coders. */
const CLIENTS = [1, 2, 8];
const KEYS = 30;
/** What one frame has, at 60 in a second. */
const FRAME = 16.7;

machine();
await withClient(target.DATABASE_URL, (client) =>
  client.query('CREATE TABLE IF NOT EXISTS "Floor" ("id" uuid PRIMARY KEY, "text" text NOT NULL)'),
);
const small = await loadTranscript({ words: 10_000, codings: 1_000 }, 1);
const large = await loadTranscript({ words: 100_000, codings: 10_000 }, 2);

// Before the database is put to work, since what it then still has to write out would take from the page's cores.
const browser = await openBrowser();
const ofSmall = await inBrowser(browser, small);
const ofLarge = await inBrowser(browser, large);
tenfold("the page's work", ofSmall.work, ofLarge.work);
tenfold("key press to acknowledged", ofSmall.acknowledged, ofLarge.acknowledged);
await browser.close();
await alone([small, large]);
await together(large);

/** One client; floor and product by turns, so that both meet the same moods of the machine. */
async function alone(transcripts: readonly Transcript[]): Promise<void> {
  heading("One client");
  const client = new Client();
  const floor: number[] = [];
  const product = transcripts.map((transcript) => ({ transcript, times: [] as number[] }));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const bare = await sendFloor(client);
    if (round >= 0) floor.push(bare);
    for (const { transcript, times } of product) {
      const time = await sendAs(transcript, 0)(client);
      if (round >= 0) times.push(time);
    }
  }
  client.close();
  table(TIMES, [
    timesRow("bare handler, one insert", floor),
    ...product.map(({ transcript, times }) => timesRow(`coding in ${transcript.name}`, times)),
  ]);
  for (const { transcript, times } of product) {
    goal(`coding in ${transcript.name}, beside the bare handler`, median(times) / median(floor), 2.5, "×");
  }
  const [least, most] = product.map(({ times }) => median(times));
  tenfold("a coding", least ?? Number.NaN, most ?? Number.NaN);
}

function sendAs({ coders, passages }: Transcript, index: number): Send {
  const coder = coders[index % coders.length];
  if (!coder) throw new Error("there is no such coder");
  return (client) => sendCoding(client, coder, passages.next());
}

/** Eight coders of one transcript beside two: as fast as they can, and as people do. */
async function together(transcript: Transcript): Promise<void> {
  const clients = (count: number, send: (index: number) => Send) =>
    Array.from({ length: count }, (_, index) => send(index));
  const coding = (count: number) => clients(count, (index) => sendAs(transcript, index));
  const bare = (count: number) => clients(count, () => sendFloor);

  heading(`As fast as they can, in ${transcript.name}`);
  line(
    "  Each client sends again as soon as it is answered, so the time of one grows with the queue: once the",
  );
  line(
    "  cores are busy, every further client adds to it. The bare handler's own growth says how much of that",
  );
  line("  is the machine's; what a coding's grows beyond it is ours.");
  const fast = new Map<number, { floor: Load; coding: Load }>();
  for (const count of CLIENTS)
    fast.set(count, {
      floor: await closedLoop(bare(count), SECONDS),
      coding: await closedLoop(coding(count), SECONDS),
    });
  table(
    ["", "median", "p95", "in a second"],
    (["floor", "coding"] as const).flatMap((what) =>
      [...fast].map(([count, loads]) =>
        loadRow(`${what === "floor" ? "bare handler" : "coding"}, ${clientsOf(count)}`, loads[what]),
      ),
    ),
  );
  for (const [few, many] of [
    [1, 8],
    [2, 8],
  ]) {
    const [before, after] = [fast.get(few ?? 0), fast.get(many ?? 0)];
    if (!before || !after) continue;
    const [floor, ours] = [ratio(before.floor, after.floor), ratio(before.coding, after.coding)];
    line(
      `  From ${clientsOf(few ?? 0)} to ${many}: the bare handler ${number(floor)} ×, a coding ${number(ours)} ×; ` +
        `a coding's growth beyond the bare handler's: ${number(ours / floor)} ×.`,
    );
    if (few === 2) goal("coding, time of one with 8 clients beside 2", ours, 2, "×");
  }
  for (const [count, { floor, coding: ours }] of fast)
    line(
      `  The server's time for each with ${clientsOf(count)}: bare ${milliseconds(1_000 / floor.rate)}, ` +
        `coding ${milliseconds(1_000 / ours.rate)}.`,
    );

  for (const pace of PACES) {
    heading(`One coding in ${pace} ms each, in ${transcript.name}`);
    line("  Each client works on at its own pace, so this is the wait that each of them would feel.");
    const calm = {
      two: await paced(coding(2), SECONDS, pace),
      eight: await paced(coding(8), SECONDS, pace),
    };
    table(
      ["", "median", "p95", "in a second"],
      [loadRow("coding, 2 clients", calm.two), loadRow("coding, 8 clients", calm.eight)],
    );
    goal("coding, time of one with 8 clients beside 2", ratio(calm.two, calm.eight), 2, "×");
  }
}

function clientsOf(count: number): string {
  return count === 1 ? "1 client" : `${count} clients`;
}

function loadRow(name: string, { times, rate }: Load): string[] {
  return [name, milliseconds(median(times)), milliseconds(quantile(times, 0.95)), number(rate)];
}

function ratio(few: Load, many: Load): number {
  return median(many.times) / median(few.times);
}

/** From the key press on, in the coder's own browser. */
async function inBrowser(browser: Browser, transcript: Transcript) {
  const coder = transcript.coders[0];
  if (!coder) throw new Error("there are no coders");
  const { page, context, assertQuiet } = await visit(browser, coder.session);
  await openReader(page, transcript.address);
  await settle(page);
  const chance = new Chance(3);
  const keyed: Keyed[] = [];
  for (let round = -3; round < KEYS; round += 1) {
    const times = await codeByKey(page, chance.pick(CODE_KEYS), chance);
    if (round >= 0) keyed.push(times);
    await moveOn(page);
  }
  const devtools = await context.newCDPSession(page);
  const work: number[] = [];
  for (let round = -3; round < KEYS; round += 1) {
    const time = await workOfKey(page, devtools, chance.pick(CODE_KEYS), chance);
    if (round >= 0) work.push(time);
    await moveOn(page);
  }
  assertQuiet();
  await context.close();
  heading(`In the browser, ${transcript.name}`);
  const painted = keyed.map((times) => times.painted);
  const told = keyed.map((times) => times.eventTiming ?? 16);
  table(TIMES, [
    timesRow("key press to painted", painted),
    timesRow("  by the Event Timing API, in steps of 8 ms from 16 on", told),
    timesRow(
      "key press to acknowledged",
      keyed.map((times) => times.acknowledged),
    ),
    timesRow("the page's work from the key press to the paint", work),
  ]);
  goal("the page's work from the key press to the paint", median(work), FRAME, "ms");
  goal("key press to the frame that shows it", median(keyed.map(({ frames }) => frames)), 1, "frames");
  return { work: median(work), acknowledged: median(keyed.map((times) => times.acknowledged)) };
}

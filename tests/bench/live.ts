import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { withClient } from "@/lib/launch/database";
import { sendCoding, sendFloor } from "./support/apply";
import { openBrowser } from "./support/browser/open";
import { type Load, paced, type Send } from "./support/clients";
import { Client } from "./support/http";
import { aDay } from "./support/live/day";
import { typeByMacro } from "./support/live/macro";
import { openScreens, type Screens } from "./support/live/screens";
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
import { loadTranscript, type Transcript } from "./support/transcript";

// A study full of people: each codes once a second, and everybody's screen is told of everything.

const SECONDS = 20;
const MEGABYTE = 1024 * 1024;

machine();
await withClient(target.DATABASE_URL, (client) =>
  client.query('CREATE TABLE IF NOT EXISTS "Floor" ("id" uuid PRIMARY KEY, "text" text NOT NULL)'),
);

const crowd = await loadTranscript({ words: 10_000, codings: 1_000 }, 1, 500);
await bare(50);
const few = await together(crowd, { coders: 5, screens: 5 });
const wanted = await together(crowd, { coders: 50, screens: 50 });
goal("50 coders, a coding a second each: acknowledged, p95", quantile(wanted.load.times, 0.95), 150, "ms");
goal("50 coders: on the other screens, p95", quantile(wanted.told, 0.95), 500, "ms");
tenfold("acknowledged", median(few.load.times), median(wanted.load.times));
tenfold("on the other screens", median(few.told), median(wanted.told));
const many = await together(crowd, { coders: 50, screens: 500 });
tenfold("on ten times the screens", median(wanted.told), median(many.told));

const browser = await openBrowser();
heading("Typed by a macro, 20 codings in a second");
const typing = await loadTranscript({ words: 10_000, codings: 1_000 }, 2);
const typed = await typeByMacro(browser, typing, 300, 50);
line(
  `  ${number(typed.rate)} in a second; of 300, ${typed.stored} stored${typed.inOrder ? " in order" : ", NOT in order"}, ${typed.shown} shown;` +
    ` all shown ${milliseconds(typed.shownAfter)} after the last key, all saved ${milliseconds(typed.savedAfter)} after it.`,
);
table(TIMES, [timesRow("from a key to when the page took it", typed.taken)]);
if (typed.stored !== 300 || typed.shown !== 300 || !typed.inOrder) throw new Error("codings were lost");

heading("A long day: what page and server hold once it was collected");
const day = await aDay(browser, typing, [1_000, 8_000, 16_000]);
table(
  ["events told", "page, MB", "server, MB"],
  day.map(({ events, page, server }) => [String(events), number(page / MEGABYTE), number(server / MEGABYTE)]),
);
const [morning, evening, night] = day;
if (morning && evening && night) {
  goal("page, evening beside morning", evening.page / morning.page, 1.05, "×");
  goal("server, evening beside morning", evening.server / morning.server, 1.1, "×");
  goal("page, after a second day beside the first", night.page / evening.page, 1.05, "×");
}
await browser.close();

/** The least: a handler with one insert, and words handed on by PostgreSQL to bare streams. */
async function bare(count: number): Promise<void> {
  heading(`The floor, with ${count} clients and ${count} bare streams`);
  const sessions = Array.from({ length: count }, () => ({ name: "none", value: "none" }));
  const screens = await openScreens("/api/told", sessions);
  const send = (): Send => async (client) => {
    const id = randomUUID();
    screens.sent(id);
    return (await client.post({ path: "/api/told", headers: {}, body: id })).milliseconds;
  };
  await paced(Array.from({ length: count }, send), SECONDS, 1_000);
  await screens.settled();
  screens.close();
  const inserts = await paced(
    Array.from({ length: count }, () => sendFloor),
    SECONDS,
    1_000,
  );
  table(TIMES, [
    timesRow("bare handler, one insert", inserts.times),
    timesRow("bare notice to bare streams", screens.times),
  ]);
}

async function together(
  { study, coders, passages }: Transcript,
  size: { coders: number; screens: number },
): Promise<{ load: Load; told: number[] }> {
  heading(`${size.coders} coders, ${size.screens} screens`);
  const sessions = coders.slice(0, size.screens).map(({ session }) => session);
  const screens: Screens = await openScreens(`/api/studies/${study.studyId}/events`, sessions);
  const sends = coders.slice(0, size.coders).map(
    (coder): Send =>
      (client) => {
        const operation = passages.next();
        screens.sent(operation.id);
        return sendCoding(client, coder, operation);
      },
  );
  await warmUp(sends);
  const load = await paced(sends, SECONDS, 1_000);
  await screens.settled();
  screens.close();
  table(TIMES, [timesRow("acknowledged", load.times), timesRow("on another screen", screens.times)]);
  const slowest = Math.max(...load.times);
  line(
    `  ${number(load.rate)} in a second; the slowest took ${number(slowest)} ms, the median ${number(median(load.times))} ms.`,
  );
  return { load, told: screens.times };
}

/** Each once, so that connections are open and pages compiled. */
async function warmUp(sends: readonly Send[]): Promise<void> {
  const client = new Client();
  const until = performance.now() + 5_000;
  for (const send of sends) if (performance.now() < until) await send(client);
  client.close();
}

import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { difference } from "@/lib/domain/revision";
import { Corrected, type CorrectionInput } from "@/lib/schemas/revisions";
import { pool, prisma } from "@/lib/server/db";
import { actionId, call } from "./support/action";
import { Chance } from "./support/generate/chance";
import { type Hold, HoldWatch, ownHold } from "./support/hold";
import { Client } from "./support/http";
import {
  goal,
  heading,
  line,
  machine,
  median,
  number,
  TIMES,
  table,
  tenfold,
  timesRow,
} from "./support/report";
import { sessionOf } from "./support/session";
import { loadTranscript, type Transcript } from "./support/transcript";

// How long a correction takes, from what the browser sends to the new version with every segment placed,
// beside the time to read the same bytes from the database, and for how long the server answers nobody else.

const ROUNDS = 5;
/** Words changed in one correction: an hour of careful listening again. */
const CHANGED = 100;

/** What a person at another screen does not notice, in milliseconds. */
const UNNOTICED = 50;

interface Measured {
  product: number;
  floor: number;
  hold: Hold;
}

machine();
const id = actionId({ name: "correctInPlace", file: "revisions/actions.ts" });
const watch = new HoldWatch();
const small = await measure(await loadTranscript({ words: 5_000, codings: 200 }, 20));
const large = await measure(await loadTranscript({ words: 100_000, codings: 12_500 }, 21));
goal("correcting 100,000 words with 10,000 segments", large.product, 1_000, "ms");
line(`  That is ${number(large.product / large.floor)} × reading the same bytes.`);
const huge = await measure(await loadTranscript({ words: 1_000_000, codings: 125_000 }, 22));
tenfold("correcting", large.product, huge.product);
for (const [what, { hold }] of [
  ["5,000 words", small],
  ["100,000 words", large],
  ["1,000,000 words", huge],
] as const) {
  // What the machine holds an idle thread for, it may hold the server for; the rest is the server's own.
  goal(`longest hold of the server by ${what}, beyond an idle thread's`, ownHold(hold), UNNOTICED, "ms");
  line(`         ${number(hold.server)} ms in all; an idle thread was held for ${number(hold.idle)} ms`);
}
await watch.stop();
await prisma().$disconnect();
await pool().end();

async function measure({ name, address, study }: Transcript): Promise<Measured> {
  heading(name);
  const [transcriptId = ""] = study.transcriptIds;
  const session = await sessionOf(study.ownerId);
  const chance = new Chance(7);
  const client = new Client();
  const [product, floor, servers, idles]: [number[], number[], number[], number[]] = [[], [], [], []];
  let first = 0;
  let moved = "";
  for (let round = -1; round < ROUNDS; round += 1) {
    const begun = performance.now();
    const { bytes, segments } = await readAll(transcriptId);
    const between = performance.now();
    const input = await correctionOf(transcriptId, chance);
    await watch.longest();
    const { value: made, milliseconds } = await call(
      client,
      { id, path: `${address}/edit`, session, returns: Corrected },
      input,
    );
    const hold = await watch.longest();
    if (made.placed + made.queued < segments) throw new Error("a segment was lost");
    moved = `${made.placed.toLocaleString("en")} segments placed, ${made.queued.toLocaleString("en")} in the queue; ${(bytes / 2 ** 20).toFixed(1)} MB`;
    // The first round warms both up: it starts the process in which large texts are revised.
    if (round < 0) {
      first = milliseconds;
      continue;
    }
    floor.push(between - begun);
    product.push(milliseconds);
    servers.push(hold.server);
    idles.push(hold.idle);
  }
  client.close();
  table(TIMES, [
    timesRow("reading text and segments", floor),
    timesRow(`correcting ${CHANGED} words`, product),
    timesRow("longest hold of the server", servers),
  ]);
  line(`  ${moved}. The first correction took ${number(first)} ms.`);
  const hold = { server: median(servers), idle: median(idles) };
  return { product: median(product), floor: median(floor), hold };
}

/** Reads text, turns and segments of the current version, as they lie there. */
async function readAll(transcriptId: string): Promise<{ bytes: number; segments: number }> {
  const version = `"versionId" = (SELECT "id" FROM "TranscriptVersion" WHERE "transcriptId" = $1 AND "current")`;
  const [paragraphs, turns, segments] = await Promise.all([
    pool().query<[string]>({
      rowMode: "array",
      text: `SELECT "text" FROM "Paragraph" WHERE ${version}`,
      values: [transcriptId],
    }),
    pool().query<unknown[]>({
      rowMode: "array",
      text: `SELECT * FROM "Turn" WHERE ${version}`,
      values: [transcriptId],
    }),
    pool().query<unknown[]>({
      rowMode: "array",
      text: `SELECT * FROM "Segment" WHERE "transcriptId" = $1 AND "deletedAt" IS NULL`,
      values: [transcriptId],
    }),
  ]);
  const all = [...paragraphs.rows, ...turns.rows, ...segments.rows];
  const bytes = all.reduce(
    (sum, row) => sum + row.reduce<number>((of, value) => of + String(value).length, 0),
    0,
  );
  return { bytes, segments: segments.rows.length };
}

/** What the browser sends after somebody has changed some words here and there. */
async function correctionOf(transcriptId: string, chance: Chance): Promise<CorrectionInput> {
  const version = await prisma().transcriptVersion.findFirstOrThrow({
    where: { transcriptId, current: true },
    include: { paragraphs: { orderBy: { ordinal: "asc" } }, turns: { orderBy: { ordinal: "asc" } } },
  });
  const lines = version.paragraphs.map(({ text }) => text);
  for (let changed = 0; changed < CHANGED; changed += 1) {
    const at = chance.between(0, lines.length - 1);
    const words = (lines[at] ?? "").split(" ");
    const word = chance.between(0, Math.max(0, words.length - 2));
    words[word] = `${words[word] ?? ""}${chance.pick(["e", "s", "ed", " well"])}`;
    lines[at] = words.join(" ");
  }
  const before = version.paragraphs.map(({ text }) => text).join("");
  const after = lines.join("");
  const starts = new Map<number, number>();
  let end = 0;
  version.paragraphs.forEach(({ start }, index) => {
    starts.set(start, end);
    end += lines[index]?.length ?? 0;
  });
  const speakers = await prisma().speaker.findMany({ where: { transcriptId } });
  const turns = version.turns.map(
    ({ start, speakerId, atMs, align }, index): CorrectionInput["turns"][number] => {
      const from = starts.get(start) ?? 0;
      const to = starts.get(version.turns[index + 1]?.start ?? -1) ?? after.length;
      return [from, from, to, speakers.findIndex(({ id }) => id === speakerId), atMs, align];
    },
  );
  return {
    eventId: randomUUID(),
    transcriptId,
    fromVersionId: version.id,
    reason: "",
    edits: difference(before, after).map(({ start, end: until, insert }) => [start, until, insert]),
    turns,
    speakers: speakers.map(({ label, role }) => ({ label, role })),
  };
}

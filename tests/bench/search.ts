import { performance } from "node:perf_hooks";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { generate } from "./support/generate";
import { Client } from "./support/http";
import {
  goal,
  heading,
  line,
  machine,
  median,
  milliseconds,
  quantile,
  TIMES,
  table,
  tenfold,
  timesRow,
} from "./support/report";
import { countAll, firstPage, type Searcher } from "./support/search/ask";
import { importing } from "./support/search/importing";
import { type Kind, kinds } from "./support/search/kinds";
import { makeReady } from "./support/search/make-ready";
import { plant } from "./support/search/plant";
import { sessionOf } from "./support/session";
import { target } from "./support/target";

const ROUNDS = 20;
const PAGE = 60;
const SIZE = { words: 10_000, codings: 20, codes: 10, groups: 10, coders: 1, japanese: 10 };
/** Long enough for anybody to see that something happens, short enough to see that it goes on. */
const STEP = 1_000;
/** The median of the first page, of all kinds together, by how many transcripts there are. */
const pages: number[] = [];

for (const transcripts of [100, 1_000]) {
  const study = await generate(target.DATABASE_URL, { ...SIZE, transcripts }, 31);
  await plant(target.DATABASE_URL, study.studyId);
  heading(`${transcripts} transcripts of ${SIZE.words} words`);
  machine();
  await makeReady(target.DATABASE_URL, study.studyId);
  const session = await sessionOf(study.ownerId);
  const searcher = { client: new Client(), session, studyId: study.studyId };
  const rows: string[][] = [];
  const slowest = { page: { name: "", p95: 0 }, step: 0 };
  const all: number[] = [];
  for (const kind of kinds(study)) {
    const { ours, floor, found } = await measure(searcher, kind);
    const counted = await countAll(searcher, kind);
    const p95 = quantile(ours, 0.95);
    if (p95 > slowest.page.p95) slowest.page = { name: kind.name, p95 };
    slowest.step = Math.max(slowest.step, counted.longest);
    all.push(...ours);
    const whole = `${counted.hits} in ${milliseconds(counted.took)}`;
    rows.push([...timesRow(kind.name, ours), milliseconds(median(floor)), found, whole]);
  }
  table([...TIMES, "floor", "first page", "counted whole"], rows);
  pages.push(median(all));
  goal("first page at the 95th percentile, of all together", quantile(all, 0.95), 200, "ms");
  goal(`… of the slowest kind (${slowest.page.name})`, slowest.page.p95, 200, "ms");
  goal("longest step of counting", slowest.step, STEP, "ms");
  await importing(await offlineScope(study.ownerId, study.studyId), SIZE.words);
  searcher.client.close();
}
tenfold("the first page", pages[0] ?? Number.NaN, pages[1] ?? Number.NaN);
line(
  "  The first page is as the screen asks for it. Where it says how many texts were looked through, it was answered",
);
line(
  "  with what was found so far, and goes on by itself. The floor is PostgreSQL's for the first 60 stretches alone.",
);
await prisma().$disconnect();
await pool().end();

/** The first page again and again, in turn with its floor. */
async function measure(searcher: Searcher, kind: Kind) {
  const ours: number[] = [];
  const floor: number[] = [];
  let found = "";
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, took } = await firstPage(searcher, kind);
    ours.push(took);
    const { texts, of } = page.looked;
    const early = page.next !== null && page.hits.length < PAGE;
    found = `${page.hits.length} hits${early ? `, ${texts} of ${of} texts` : ""}`;
    const begun = performance.now();
    await plain(searcher.studyId, kind);
    floor.push(performance.now() - begun);
  }
  return { ours, floor, found };
}

/** The candidates by plain SQL. */
async function plain(studyId: string, { floor }: Kind): Promise<void> {
  await pool().query(
    `SELECT s."versionId", s."start", s."folded" FROM "SearchText" s JOIN "TranscriptVersion" v ON v."id" = s."versionId"
     JOIN "Transcript" t ON t."id" = v."transcriptId" WHERE t."studyId" = $1 AND ${floor.text} LIMIT ${PAGE}`,
    [studyId, floor.value],
  );
}

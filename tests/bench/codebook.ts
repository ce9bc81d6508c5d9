import { performance } from "node:perf_hooks";
import { withClient } from "@/lib/launch/database";
import { offlineScope } from "@/lib/server/access/offline";
import { countCodes } from "@/lib/server/codebook/data";
import { applyOperations } from "@/lib/server/coding/mutations";
import { pool, prisma } from "@/lib/server/db";
import { passagesOf } from "./support/passages";
import { goal, heading, line, median, TIMES, table, timesRow } from "./support/report";
import { type SizeName, studyOf } from "./support/studies";
import { target } from "./support/target";

const ROUNDS = 15;

/** The least that anyone could ask of PostgreSQL for such counts: how many codings, by code, of everybody's. */
const FLOOR = `
SELECT c."codeId", count(*) FROM "Coding" c
JOIN "Segment" s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
WHERE c."studyId" = $1 AND c."deletedAt" IS NULL GROUP BY 1`;

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

interface Times {
  /** Nothing changed since they were last counted. */
  kept: number[];
  /** One transcript was coded since: all but its counts are kept. */
  coded: number[];
  floor: number[];
}

async function measure(size: SizeName): Promise<Times> {
  const { studyId, ownerId } = await studyOf(size);
  const scope = await offlineScope(ownerId, studyId);
  heading(`Counts of the codebook: ${size} codings, 200 codes`);
  const times: Times = { kept: [], coded: [], floor: [] };
  const read = () => countCodes(scope);
  const cold = await time(read);
  const bytes = Buffer.byteLength(JSON.stringify(await read()));
  await withClient(target.DATABASE_URL, async (client) => {
    const { rows } = await client.query<{ id: string; codeIds: string[] }>(
      `SELECT (SELECT min("id"::text) FROM "Transcript" WHERE "studyId" = $1) AS id,
        (SELECT array_agg("id") FROM "Code" WHERE "studyId" = $1) AS "codeIds"`,
      [studyId],
    );
    const [{ id: transcriptId, codeIds } = { id: "", codeIds: [] }] = rows;
    const passages = await passagesOf(target.DATABASE_URL, transcriptId, codeIds, 5);
    // In turns, so that whatever else the machine does meets all of them alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      times.kept.push(await time(read));
      const [outcome] = await applyOperations(scope, transcriptId, [passages.next()]);
      if (!outcome?.ok) throw new Error(`the coding was refused: ${outcome?.reason}`);
      times.coded.push(await time(read));
      times.floor.push(await time(() => client.query(FLOOR, [studyId])));
    }
  });
  table(TIMES, [
    timesRow("counts by segments and people, nothing kept yet", [cold]),
    timesRow("… all kept", times.kept),
    timesRow("… one transcript coded since", times.coded),
    timesRow("floor: GROUP BY", times.floor),
  ]);
  line(`  ${(bytes / 1024).toFixed(0)} kB of JSON`);
  return times;
}

await measure("10 thousand");
const hundred = await measure("100 thousand");
const million = await measure("a million");
goal("the codebook's counts at 100 thousand codings, all kept", median(hundred.kept), 50, "ms");
goal("… and one transcript coded since", median(hundred.coded), 100, "ms");
goal("ten times as many codings, all kept", median(million.kept) / median(hundred.kept), 12, "×");
await prisma().$disconnect();
await pool().end();

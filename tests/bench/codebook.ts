import { performance } from "node:perf_hooks";
import { withClient } from "@/lib/launch/database";
import { offlineScope } from "@/lib/server/access/offline";
import { countCodes } from "@/lib/server/codebook/data";
import { pool, prisma } from "@/lib/server/db";
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

async function measure(size: SizeName): Promise<number[]> {
  const { studyId, ownerId } = await studyOf(size);
  const scope = await offlineScope(ownerId, studyId);
  heading(`Counts of the codebook: ${size} codings, 200 codes`);
  const counts: number[] = [];
  const floor: number[] = [];
  const bytes = Buffer.byteLength(JSON.stringify(await countCodes(scope)));
  await withClient(target.DATABASE_URL, async (client) => {
    // In turns, so that whatever else the machine does meets both alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      counts.push(await time(() => countCodes(scope)));
      floor.push(await time(() => client.query(FLOOR, [studyId])));
    }
  });
  table(TIMES, [
    timesRow("counts by segments and people, of all and one's own", counts),
    timesRow("floor: GROUP BY", floor),
  ]);
  line(`  ${(bytes / 1024).toFixed(0)} kB of JSON`);
  return counts;
}

await measure("10 thousand");
const hundred = await measure("100 thousand");
const million = await measure("a million");
goal("the codebook's counts at 100 thousand codings", median(hundred), 200, "ms");
goal("ten times as many codings", median(million) / median(hundred), 12, "×");
await prisma().$disconnect();
await pool().end();

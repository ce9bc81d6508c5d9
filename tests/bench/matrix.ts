import { performance } from "node:perf_hooks";
import { withClient } from "@/lib/launch/database";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { comparison } from "@/lib/server/compare/data";
import { pool, prisma } from "@/lib/server/db";
import { passagesOf } from "./support/passages";
import { goal, heading, line, median, quantile, TIMES, table, tenfold, timesRow } from "./support/report";
import { type SizeName, studyOf } from "./support/studies";
import { target } from "./support/target";

const ROUNDS = 15;

/**
 * The least that anyone could ask of PostgreSQL for such a matrix: how many interviewees and how many
 * codings, by code and group. It unites no ranges, counts no words, and leaves no interviewer out.
 */
const FLOOR = `
SELECT c."codeId", i."sectorId", count(DISTINCT i."id"), count(*)
FROM "Coding" c
JOIN "Segment" s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
JOIN "Speaker" p ON p."transcriptId" = s."transcriptId" AND p."role" = 'interviewee'
JOIN "Interviewee" i ON i."id" = p."intervieweeId"
WHERE c."studyId" = $1 AND c."deletedAt" IS NULL GROUP BY 1, 2`;

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

interface Times {
  /** By another label the same counts: nothing is remembered of it, and all that is kept is fresh. */
  kept: number[];
  /** One transcript was coded since: all but its counts are kept. */
  coded: number[];
  remembered: number[];
  unchanged: number[];
  floor: number[];
}

async function measure(size: SizeName): Promise<Times> {
  const { studyId, ownerId } = await studyOf(size);
  const scope = await offlineScope(ownerId, studyId);
  const bytes = { size: 0 };
  const read = async () => {
    const { counted } = await comparison(scope, "sector", {});
    bytes.size = Buffer.byteLength(JSON.stringify((await counted()).payload));
  };
  const tag = () => comparison(scope, "sector", {});

  heading(`${size} codings, 200 codes × 20 groups`);
  const cold = await time(read);
  const times: Times = { kept: [], coded: [], remembered: [], unchanged: [], floor: [] };
  await withClient(target.DATABASE_URL, async (client) => {
    const { rows } = await client.query<{ id: string; codeIds: string[] }>(
      `SELECT (SELECT min("id"::text) FROM "Transcript" WHERE "studyId" = $1) AS id,
        (SELECT array_agg("id") FROM "Code" WHERE "studyId" = $1) AS "codeIds"`,
      [studyId],
    );
    const [{ id: transcriptId, codeIds } = { id: "", codeIds: [] }] = rows;
    const passages = await passagesOf(target.DATABASE_URL, transcriptId, codeIds, 4);
    // In turns, so that whatever else the machine does meets all of them alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      await client.query(`UPDATE "Sector" SET "name" = $2 WHERE "studyId" = $1 AND "position" = 0`, [
        studyId,
        `Group named in round ${round}`,
      ]);
      times.kept.push(await time(read));
      times.remembered.push(await time(read));
      times.unchanged.push(await time(tag));
      const [outcome] = await applyOperations(scope, transcriptId, [passages.next()]);
      if (!outcome?.ok) throw new Error(`the coding was refused: ${outcome?.reason}`);
      times.coded.push(await time(read));
      times.floor.push(await time(() => client.query(FLOOR, [studyId])));
    }
  });
  table(TIMES, [
    timesRow("matrix, nothing kept yet", [cold]),
    timesRow("matrix, all kept, none remembered", times.kept),
    timesRow("matrix, one transcript coded since", times.coded),
    timesRow("matrix, remembered", times.remembered),
    timesRow("matrix unchanged (304)", times.unchanged),
    timesRow("floor: GROUP BY", times.floor),
  ]);
  line(`  ${(bytes.size / 1024).toFixed(0)} kB of JSON`);
  return times;
}

const few = await measure("100 thousand");
const { kept, coded, remembered, floor } = await measure("a million");
goal("matrix of a million codings, all kept", median(kept), 300, "ms");
goal("and one transcript coded since", median(coded), 300, "ms");
goal("and remembered", median(remembered), 200, "ms");
goal("and remembered, one in twenty", quantile(remembered, 0.95), 300, "ms");
tenfold("matrix, all kept", median(few.kept), median(kept));
tenfold("floor", median(few.floor), median(floor));
await prisma().$disconnect();
await pool().end();

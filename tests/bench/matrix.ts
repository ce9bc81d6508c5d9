import { performance } from "node:perf_hooks";
import { withClient } from "@/lib/launch/database";
import { offlineScope } from "@/lib/server/access/offline";
import { comparison } from "@/lib/server/compare/data";
import { pool, prisma } from "@/lib/server/db";
import { goal, heading, line, TIMES, table, timesRow } from "./support/report";
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

async function measure(size: SizeName): Promise<number> {
  const { studyId, ownerId } = await studyOf(size);
  const scope = await offlineScope(ownerId, studyId);
  const bytes = { size: 0 };
  const read = async () => {
    const { payload } = await comparison(scope, "sector", {});
    bytes.size = Buffer.byteLength(JSON.stringify(await payload()));
  };
  const tag = () => comparison(scope, "sector", {});

  heading(`${size} codings, 200 codes × 20 groups`);
  const cold = await time(read);
  const [warm, unchanged, floor]: [number[], number[], number[]] = [[], [], []];
  await withClient(target.DATABASE_URL, async (client) => {
    // In turns, so that whatever else the machine does meets all of them alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      warm.push(await time(read));
      unchanged.push(await time(tag));
      floor.push(await time(() => client.query(FLOOR, [studyId])));
    }
  });
  table(TIMES, [
    timesRow("matrix, nothing kept yet", [cold]),
    timesRow("matrix, all kept", warm),
    timesRow("matrix unchanged (304)", unchanged),
    timesRow("floor: GROUP BY", floor),
  ]);
  line(`  ${(bytes.size / 1024).toFixed(0)} kB of JSON`);
  return warm.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

await measure("10 thousand");
goal("matrix of a million codings", await measure("a million"), 300, "ms");
await prisma().$disconnect();
await pool().end();

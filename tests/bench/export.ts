import { performance } from "node:perf_hooks";
import { to as copyTo } from "pg-copy-streams";
import type { StudyScope } from "@/lib/access/scope";
import { withClient } from "@/lib/launch/database";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { excerptCsv } from "@/lib/server/excerpts/data";
import { type Memory, memoryOf } from "./support/memory";
import { goal, heading, line, median, TIMES, table, tenfold, timesRow } from "./support/report";
import { studyOf } from "./support/studies";
import { target } from "./support/target";

const ROUNDS = 5;
const MEGABYTE = 2 ** 20;

/** The same rows and columns written by PostgreSQL itself: no permissions, no formulas kept out, no order of pairs. */
const floorOf = (studyId: string) => `
COPY (
  WITH RECURSIVE paths AS (
    SELECT "id", "name" AS path FROM "Code" WHERE "parentId" IS NULL AND "studyId" = '${studyId}'
    UNION ALL SELECT c."id", p.path || ' > ' || c."name" FROM "Code" c JOIN paths p ON p."id" = c."parentId"
  )
  SELECT y."title", i."number", r."name", i."position", w."date", t."title", t."language", l."key", q."key", p."label",
    u."atMs", s."start", s."end", s."quote", d.path, a."name", s."stance", greatest(s."permission", i."permission"), s."memo"
  FROM "Coding" c
  JOIN "Segment" s ON s."id" = c."segmentId" AND s."deletedAt" IS NULL
  JOIN "Study" y ON y."id" = s."studyId"
  JOIN "Transcript" t ON t."id" = s."transcriptId"
  JOIN "User" a ON a."id" = s."coderId"
  JOIN paths d ON d."id" = c."codeId"
  LEFT JOIN "Interview" w ON w."id" = t."interviewId"
  LEFT JOIN "Turn" u ON u."versionId" = s."versionId" AND u."start" <= s."start" AND u."end" > s."start"
  LEFT JOIN "Speaker" p ON p."id" = u."speakerId"
  LEFT JOIN "Interviewee" i ON i."id" = p."intervieweeId"
  LEFT JOIN "Sector" r ON r."id" = i."sectorId"
  LEFT JOIN "Passage" g ON g."versionId" = s."versionId" AND g."start" <= s."start" AND g."end" > s."start"
  LEFT JOIN "Question" q ON q."id" = g."questionId"
  LEFT JOIN "Cluster" l ON l."id" = q."clusterId"
  WHERE c."studyId" = '${studyId}' AND c."deletedAt" IS NULL
  ORDER BY i."number", t."id", s."start"
) TO STDOUT WITH (FORMAT csv, HEADER)`;

interface Written {
  milliseconds: number;
  bytes: number;
}

async function drain(pieces: AsyncIterable<string | Buffer>): Promise<Written> {
  const begun = performance.now();
  let bytes = 0;
  for await (const piece of pieces) bytes += Buffer.byteLength(piece);
  return { milliseconds: performance.now() - begun, bytes };
}

const product = (scope: StudyScope) => drain(excerptCsv(scope, ExcerptFilter.parse({})));
const floor = (studyId: string) =>
  withClient(target.DATABASE_URL, (client) => drain(client.query(copyTo(floorOf(studyId)))));

const study = await studyOf("100 thousand");
const scope = await offlineScope(study.ownerId, study.studyId);
await product(scope);
const [ours, theirs]: [Written[], Written[]] = [[], []];
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(await product(scope));
  theirs.push(await floor(study.studyId));
}
const times = (written: Written[]) => written.map(({ milliseconds }) => milliseconds);
const bytesOf = (written: Written[]) => written[0]?.bytes ?? 0;
heading("100 thousand excerpts as CSV");
table(TIMES, [timesRow("download", times(ours)), timesRow("floor: COPY … TO STDOUT CSV", times(theirs))]);
line(`  ${megabytes(bytesOf(ours))}, floor ${megabytes(bytesOf(theirs))}`);
goal("download beside its floor", median(times(ours)) / median(times(theirs)), 3, "×");

// As many rows go through both processes, so that what they differ in is the size of one file.
const large = await studyOf("a million");
const scopeOfLarge = await offlineScope(large.ownerId, large.studyId);
await product(scopeOfLarge);
tenfold("the download", median(times(ours)), (await product(scopeOfLarge)).milliseconds);
tenfold("its floor", median(times(theirs)), (await floor(large.studyId)).milliseconds);
const hundred = await memoryOf(study, { bytes: bytesOf(ours), times: 10 });
const million = await memoryOf(large, { bytes: 10 * bytesOf(ours), times: 1 });
heading("Memory, beyond what the process has before");
line(
  "  What is held is counted after a collection; the most taken holds garbage too: ten files of a hundred",
);
line("  thousand beside one of a million, so that there is as much of it.");
const memoryRow = (name: string, { held, most }: Memory) => [name, ...[...held, most].map(megabytes)];
table(
  ["", "held at 10 %", "50 %", "90 %", "most taken"],
  [memoryRow("100 thousand, ten times", hundred), memoryRow("a million", million)],
);
const more = (of: (memory: Memory) => number) => Math.max(0, of(million) - of(hundred)) / MEGABYTE;
goal(
  "held by ten times as many excerpts",
  more(({ held }) => Math.max(...held)),
  5,
  "MB",
);
goal(
  "taken by ten times as many excerpts",
  more(({ most }) => most),
  50,
  "MB",
);
await prisma().$disconnect();
await pool().end();

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

import { performance } from "node:perf_hooks";
import { to as copyTo } from "pg-copy-streams";
import type { StudyScope } from "@/lib/access/scope";
import { withClient } from "@/lib/launch/database";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { excerptCsv } from "@/lib/server/excerpts/data";
import { goal, heading, line, median, TIMES, table, timesRow } from "./support/report";
import { type SizeName, studyOf } from "./support/studies";
import { target } from "./support/target";

const ROUNDS = 2;
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
  /** The most that was in memory beyond what there was before, in bytes. */
  memory: number;
}

async function drain(pieces: AsyncIterable<string | Buffer>): Promise<Written> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  let bytes = 0;
  let most = before;
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    most = Math.max(most, process.memoryUsage().rss);
  }
  return { milliseconds: performance.now() - begun, bytes, memory: most - before };
}

const product = (scope: StudyScope) => drain(excerptCsv(scope, ExcerptFilter.parse({})));
const floor = (studyId: string) =>
  withClient(target.DATABASE_URL, (client) => drain(client.query(copyTo(floorOf(studyId)))));

async function scopeOf(size: SizeName): Promise<StudyScope> {
  const { studyId, ownerId } = await studyOf(size);
  return offlineScope(ownerId, studyId);
}

const hundred = await scopeOf("100 thousand");

const [ours, theirs]: [Written[], Written[]] = [[], []];
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(await product(hundred));
  theirs.push(await floor(hundred.studyId));
}
const times = (written: Written[]) => written.map(({ milliseconds }) => milliseconds);
heading("100 thousand excerpts as CSV");
table(TIMES, [timesRow("download", times(ours)), timesRow("floor: COPY … TO STDOUT CSV", times(theirs))]);
line(
  `  ${((ours[0]?.bytes ?? 0) / MEGABYTE).toFixed(1)} MB, floor ${((theirs[0]?.bytes ?? 0) / MEGABYTE).toFixed(1)} MB`,
);
goal("download beside its floor", median(times(ours)) / median(times(theirs)), 3, "×");

process.exit(0); const million = await scopeOf("a million");
const once = await product(hundred);
const ten = await product(million);
heading("Memory");
line(`  100 thousand: ${(once.memory / MEGABYTE).toFixed(0)} MB more while it is written`);
line(`  a million, ${(ten.milliseconds / 1000).toFixed(1)} s: ${(ten.memory / MEGABYTE).toFixed(0)} MB more`);
goal(
  "memory that ten times as many excerpts take",
  Math.max(0, ten.memory - once.memory) / MEGABYTE,
  100,
  "MB",
);
await prisma().$disconnect();
await pool().end();

import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { excerptCsv } from "@/lib/server/excerpts/data";
import type { Memory } from ".";

// A program of its own, so that nothing but one download is in its memory. Its arguments: the study, its
// owner, how many bytes the download has, how many times over it is taken, and "collect" to collect garbage on the way.

const [studyId = "", ownerId = "", size = "0", times = "1", collect] = process.argv.slice(2);
const SHARES = [0.1, 0.5, 0.9];

const gc = globalThis.gc;
if (!gc) throw new Error("run this with --expose-gc");

const scope = await offlineScope(ownerId, studyId);
/** Counts the bytes of a download, up to a number of them. */
async function download(onPiece: (bytes: number) => boolean): Promise<void> {
  let bytes = 0;
  for await (const piece of excerptCsv(scope, ExcerptFilter.parse({}))) {
    bytes += Buffer.byteLength(piece);
    if (!onPiece(bytes)) return;
  }
}

// Code and connections are there before it is measured.
await download((bytes) => bytes < 10 * 2 ** 20);
gc();
const before = process.memoryUsage();
let most = before.rss;
const held: number[] = [];
const watch = (bytes: number) => {
  most = Math.max(most, process.memoryUsage.rss());
  const due = SHARES[held.length];
  if (collect === "collect" && due !== undefined && bytes >= due * Number(size)) {
    gc();
    const { heapUsed, external } = process.memoryUsage();
    held.push(heapUsed + external - before.heapUsed - before.external);
  }
  return true;
};
for (let time = 0; time < Number(times); time += 1) await download(watch);
process.stdout.write(JSON.stringify({ held, most: most - before.rss } satisfies Memory));
await prisma().$disconnect();
await pool().end();

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { ownProgram } from "@/lib/launch/step";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { pool, prisma } from "@/lib/server/db";
import { hub, type Viewer } from "@/lib/server/live";
import { testDatabaseUrl } from "@/tests/support/database";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { type Followed, followBody } from "@/tests/support/live/follow";

// Many write at once, on two servers; streams come and go, and lose their connection to the database.

let a: StudyFixture;
let viewer: Viewer;
const open: Followed[] = [];
beforeEach(async () => {
  a = (await buildFixture()).a;
  const { userId } = a.members.lead;
  const seeing = { blind: new Set<string>(), knownAt: 0 };
  const at = { transcriptId: null, sources: [a.studyId] };
  viewer = { studyId: a.studyId, userId, role: "lead", epoch: 0, ...at, ...seeing };
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.leave()));
  await hub().close();
});

async function follow(after: string): Promise<Followed> {
  const followed = followBody(
    await hub().open(viewer, after.split(".").map(Number), new AbortController().signal),
  );
  open.push(followed);
  return followed;
}

/** One writer's codings, one after the other, on ranges and under a membership of their own. */
async function write(count: number, as: "coder" | "lead" | "owner", from: number): Promise<void> {
  const scope = await offlineScope(a.members[as].userId, a.studyId);
  const start = a.text.indexOf("🍊");
  for (let turn = 0; turn < count; turn += 1) {
    const end = start + 2 + from + turn;
    await applyOperations(scope, a.transcriptId, [
      {
        ...{ id: randomUUID(), kind: "apply", versionId: a.versionId, segmentId: randomUUID() },
        ...{ start, end, quote: a.text.slice(start, end) },
        codings: [{ id: randomUUID(), codeId: a.codeId }],
      },
    ]);
  }
}

/** The history of the study as it is. */
async function history(): Promise<{ seq: number; id: string }[]> {
  const rows = await prisma().historyEvent.findMany({
    where: { studyId: a.studyId },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ seq, id }) => ({ seq: Number(seq), id }));
}

const told = (...streams: Followed[]) =>
  streams.flatMap(({ events }) => events.map(({ seq, id }) => ({ seq, id })));

/** Follows from the beginning, leaving and coming back at every turn of `leave`, until it has come to `last`. */
async function wander(last: number, leave: () => Promise<unknown>): Promise<Followed[]> {
  const parts: Followed[] = [];
  let after = "0";
  while (Number(after) < last) {
    const part = await follow(after);
    parts.push(part);
    await Promise.race([leave(), part.until(({ last: at }) => Number(at) >= last)]);
    await part.leave();
    after = part.last || after;
  }
  return parts;
}

test("with many writers and streams that come and go, each is told everything once and in order", async () => {
  const each = 4;
  const writers = (["coder", "lead", "owner"] as const).flatMap((as) => [
    write(each, as, 0),
    write(each, as, each),
    write(each, as, 2 * each),
  ]);
  const total = writers.length * each;
  const steady = await follow("0");
  const wanderers = [1, 2, 3, 4, 5].map((count) =>
    wander(total, async () => {
      // Comes back after so many more events of the history, wherever it has come itself.
      const now = (await history()).length;
      while ((await history()).length < Math.min(now + count, total)) await pool().query("SELECT 1");
    }),
  );
  await Promise.all(writers);
  const all = await history();
  expect(all).toHaveLength(total);
  await steady.until(({ events }) => events.length >= total);
  expect(told(steady)).toEqual(all);
  for (const parts of await Promise.all(wanderers)) expect(told(...parts)).toEqual(all);
});

test("what another server writes, and what came while this one's ear was cut off, is told once", async () => {
  const stream = await follow("0");
  const { program, args } = ownProgram("tests/support/live/write.ts", [
    JSON.stringify({ studyId: a.studyId, userId: a.members.coder.userId, transcriptId: a.transcriptId }),
  ]);
  const server = spawn(program, args, { env: { ...process.env, DATABASE_URL: testDatabaseUrl } });
  onTestFinished(() => void server.kill("SIGKILL"));
  const lines = createInterface({ input: server.stdout });
  const say = async (count: number) => {
    server.stdin.write(`${count}\n`);
    await once(lines, "line");
  };
  await say(5);
  await stream.until(({ events }) => events.length === 5);
  await pool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
  );
  await say(5);
  await stream.until(({ events }) => events.length === 10);
  await say(2);
  await stream.until(({ events }) => events.length === 12);
  expect(told(stream)).toEqual(await history());
});

test("all streams of a server have one connection that listens", async () => {
  await Promise.all(Array.from({ length: 12 }, () => follow("0")));
  await write(1, "coder", 0);
  await open[0]?.until(({ events }) => events.length === 1);
  const { rows } = await pool().query(
    `SELECT count(*)::int AS ears FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
  );
  expect(rows).toEqual([{ ears: 1 }]);
});

import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { pool, prisma } from "@/lib/server/db";
import { previewRestore, restoreCodings, undoEvent } from "@/lib/server/history/mutations";
import { codebookLock } from "@/lib/server/locks";
import { workState } from "@/lib/server/long-work/data";
import { cancelWork } from "@/lib/server/long-work/mutations";
import { codeFound } from "@/lib/server/search/mutations";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy, type Talk } from "./compare-support/study";

const TALKS = 3;
const PLACES = 100;

let study: SmallStudy;
let lead: StudyScope;
let talks: Talk[];
beforeEach(async () => {
  study = await SmallStudy.make();
  lead = study.scopes.lead;
  talks = [];
  for (let n = 0; n < TALKS; n += 1)
    talks.push(await study.addTalk([{ who: 1, text: "peace ".repeat(PLACES) }]));
});
afterEach(truncateAll);

const codeAll = (eventId: string) =>
  codeFound(lead, {
    ...{ eventId, studyId: study.studyId, codeId: study.codes.Hope ?? "" },
    texts: talks.map(({ transcriptId, versionId }) => ({
      transcriptId,
      versionId,
      ranges: Array.from({ length: PLACES }, (_, n): [number, number] => [n * 6, n * 6 + 5]),
    })),
  });
const live = () => prisma().coding.count({ where: { deletedAt: null } });
const running = async (id: string) => (await workState(lead, [id])).running.find((work) => work.id === id);

/** What is told while something is done: how far it has come, out of how much. */
async function told(work: () => Promise<unknown>): Promise<[done: number, total: number][]> {
  const asked = vi.spyOn(Client.prototype, "query");
  await work();
  const found = asked.mock.calls.flatMap(([query]): [number, number][] => {
    const { name, values } = query as { name?: string; values?: unknown[] };
    return name === "work-tell" ? [[Number(values?.[1]), Number(values?.[2])]] : [];
  });
  asked.mockRestore();
  return found;
}

test("coding, restoring and taking back tell how far they have come, and leave nothing behind", async () => {
  const { studyId } = study;
  const [coded, restored] = [randomUUID(), randomUUID()];
  const { seq } = await prisma().study.findUniqueOrThrow({ where: { id: studyId } });
  const moment = { seq: Number(seq) };
  const places = TALKS * PLACES;
  for (const [work, total] of [
    [() => codeAll(coded), places],
    [() => previewRestore(lead, { workId: randomUUID(), studyId, moment }), TALKS],
    [() => restoreCodings(lead, { eventId: restored, studyId, ...moment, base: 1_000 }), TALKS],
    [() => undoEvent(lead, { eventId: randomUUID(), undoes: restored }), TALKS],
  ] as const) {
    const steps = await told(work);
    expect(steps[0]).toEqual([0, total]);
    expect(steps.at(-1)).toEqual([total, total]);
    expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).toSorted((a, b) => a - b));
    expect(await prisma().work.count()).toBe(0);
  }
  expect(await live()).toBe(places);
  expect(await workState(lead, [coded, restored, randomUUID()])).toEqual({
    running: [],
    written: expect.arrayContaining([coded, restored]),
  });
});

/** Begins work that waits for its locks, does something meanwhile, and lets it go on. */
async function meanwhile(
  work: () => Promise<unknown>,
  id: string,
  then: () => Promise<unknown>,
): Promise<unknown> {
  const holder = await pool().connect();
  try {
    await holder.query("BEGIN");
    await holder.query("SELECT pg_advisory_xact_lock($1)", [String(codebookLock(study.studyId))]);
    const outcome = work().then(
      () => "done",
      (error: unknown) => error,
    );
    await vi.waitFor(async () => expect(await running(id)).toMatchObject({ cancelled: false }));
    await then();
    await holder.query("COMMIT");
    return await outcome;
  } finally {
    holder.release();
  }
}

test("what is cancelled is rolled back whole, and can be begun again", async () => {
  const id = randomUUID();
  const cancel = () => cancelWork(lead, id);
  expect(await meanwhile(() => codeAll(id), id, cancel)).toMatchObject({
    code: "conflict",
    body: { detail: "work_cancelled" },
  });
  expect(await live()).toBe(0);
  expect(await workState(lead, [id])).toEqual({ running: [], written: [] });
  await codeAll(id);
  const undo = randomUUID();
  const undone = meanwhile(
    () => undoEvent(lead, { eventId: undo, undoes: id }),
    undo,
    () => cancelWork(lead, undo),
  );
  expect(await undone).toMatchObject({ body: { detail: "work_cancelled" } });
  expect(await live()).toBe(TALKS * PLACES);
});

test("nobody else sees it or stops it", async () => {
  const id = randomUUID();
  const other = study.scopes.owner;
  const done = meanwhile(
    () => codeAll(id),
    id,
    async () => {
      expect((await workState(other, [id])).running).toEqual([]);
      await cancelWork(other, id);
    },
  );
  expect(await done).toBe("done");
  expect((await workState(other, [id])).written).toEqual([]);
});

test("sent twice at once it is done once; what a server left behind that is gone is not shown", async () => {
  const { studyId } = study;
  const left = { studyId, userId: lead.userId, kind: "restore", seenAt: new Date(0) } as const;
  await prisma().work.create({ data: { ...left, id: randomUUID() } });
  expect((await workState(lead, [])).running).toEqual([]);
  const id = randomUUID();
  const [first, second] = await Promise.all([codeAll(id), codeAll(id)]);
  expect(second).toEqual(first);
  expect(await live()).toBe(TALKS * PLACES);
  expect(await prisma().work.count()).toBe(0);
});

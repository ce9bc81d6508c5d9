import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { undoEvent } from "@/lib/server/history/mutations";
import { purgeDeleted } from "@/lib/server/keeping/mutations";
import { LOCK } from "@/lib/server/keeping/mutations/purge";
import { sweepOnce } from "@/lib/server/keeping/mutations/sweeper";
import * as memos from "@/lib/server/memos/mutations";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { addRecording } from "@/tests/support/recordings";

const WORDS = "words of a memo that nobody is to find";
const LONG_AGO = new Date("2026-01-01");
const SINCE_THEN = new Date("2026-02-01");

let a: StudyFixture;
let coder: StudyScope;
beforeEach(async () => {
  a = (await buildFixture()).a;
  coder = await offlineScope(a.members.coder.userId, a.studyId);
});

const fresh = () => randomUUID();

async function write(): Promise<string> {
  const id = fresh();
  await memos.writeMemo(coder, {
    eventId: fresh(),
    id,
    target: { about: "transcript", id: a.transcriptId },
    text: WORDS,
  });
  return id;
}

async function deleted(memoId: string, deletedAt = LONG_AGO): Promise<string> {
  const eventId = fresh();
  await memos.deleteMemo(coder, { eventId, memoId });
  await prisma().memo.update({ where: { id: memoId }, data: { deletedAt } });
  return eventId;
}

const kept = async () =>
  (await prisma().memo.findMany({ where: { studyId: a.studyId }, select: { id: true } })).map(({ id }) => id);
const events = () =>
  prisma().historyEvent.findMany({ where: { studyId: a.studyId }, orderBy: { seq: "asc" } });

test("a memo goes after its time with its words in the history, and what took it back; others stay", async () => {
  const [old, recent, live] = [await write(), await write(), await write()];
  const first = await deleted(old);
  // Brought back once, by a step of the history, and deleted again.
  await undoEvent(coder, { eventId: fresh(), undoes: first });
  await deleted(old);
  await deleted(recent, new Date());
  const before = await events();
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ memos: 1 });
  expect((await kept()).toSorted()).toEqual([recent, live].toSorted());
  const after = await events();
  expect(after.map(({ id, kind, actorId }) => [id, kind, actorId])).toEqual(
    before.map(({ id, kind, actorId }) => [id, kind, actorId]),
  );
  expect(after.filter((event) => JSON.stringify([event.before, event.after]).includes(old))).toEqual([]);
  const telling = after.filter((event) => JSON.stringify([event.before, event.after]).includes(WORDS));
  expect(telling).toHaveLength(3);
  // It cannot be brought back any more, and that is said.
  await expect(undoEvent(coder, { eventId: fresh(), undoes: after.at(-2)?.id ?? "" })).rejects.toMatchObject({
    code: "conflict",
    body: { detail: "history_purged" },
  });
});

test("an opener stays while an answer does", async () => {
  const opener = await write();
  const answer = fresh();
  await memos.answerMemo(coder, { eventId: fresh(), id: answer, threadId: opener, text: "An answer." });
  await deleted(opener);
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ memos: 0 });
  await deleted(answer);
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ memos: 2 });
  expect(await kept()).toEqual([]);
});

test("a segment goes with its codes, unless somebody wrote a memo on it", async () => {
  const { segmentId } = a;
  await prisma().segment.update({ where: { id: segmentId }, data: { deletedAt: LONG_AGO } });
  await prisma().coding.updateMany({ where: { segmentId }, data: { deletedAt: LONG_AGO } });
  const id = fresh();
  await memos.writeMemo(coder, {
    eventId: fresh(),
    id,
    target: { about: "segment", id: segmentId },
    text: WORDS,
  });
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ codings: 1, segments: 0 });
  await deleted(id);
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ memos: 1, segments: 1 });
  expect(await prisma().segment.findUnique({ where: { id: segmentId } })).toBeNull();
});

test("what was deleted since stays, and so does a segment while one of its codes does", async () => {
  const { segmentId } = a;
  const segment = (deletedAt: Date) =>
    prisma().segment.update({ where: { id: segmentId }, data: { deletedAt } });
  const codings = (deletedAt: Date) =>
    prisma().coding.updateMany({ where: { segmentId }, data: { deletedAt } });
  await segment(new Date());
  await codings(new Date());
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ codings: 0, segments: 0 });
  await segment(LONG_AGO);
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ codings: 0, segments: 0 });
  await segment(new Date());
  await codings(LONG_AGO);
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ codings: 1, segments: 0 });
});

test("ninety days are what is waited for", async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  const [early, late] = [await write(), await write()];
  await deleted(early, daysAgo(91));
  await deleted(late, daysAgo(89));
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await sweepOnce();
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/^Deleted for good after 90 days: .*\d memos/));
  said.mockRestore();
  expect(await kept()).toEqual([late]);
});

test("one server does it at a time", async () => {
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    expect(await purgeDeleted(SINCE_THEN)).toBeNull();
  });
  expect(await purgeDeleted(SINCE_THEN)).not.toBeNull();
});

test("a recording that was cut off with its server goes after a day", async () => {
  const row = (createdAt: Date) => ({ id: fresh(), transcriptId: a.transcriptId, name: "x.wav", createdAt });
  const mine = { where: { transcriptId: a.transcriptId } };
  const whole = await addRecording(a.transcriptId);
  await prisma().recording.update({ where: { id: whole }, data: { createdAt: LONG_AGO } });
  await prisma().recording.createMany({ data: [row(LONG_AGO), row(new Date())] });
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ recordings: 1 });
  expect(await prisma().recording.count(mine)).toBe(2);
});

test("nothing else changes the history", async () => {
  await write();
  const [event] = await events();
  const where = { id: event?.id ?? "" };
  const update = prisma().historyEvent.update({
    where,
    data: { after: { purged: true }, before: { purged: true } },
  });
  await expect(update).rejects.toThrow(/append-only/);
});

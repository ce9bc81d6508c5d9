import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { deleteQuestion } from "@/lib/server/guide/mutations";
import { undoEvent } from "@/lib/server/history/mutations";
import { purgeDeleted } from "@/lib/server/keeping/mutations";
import { LOCK } from "@/lib/server/keeping/mutations/purge";
import { sweepOnce } from "@/lib/server/keeping/mutations/sweeper";
import * as memos from "@/lib/server/memos/mutations";
import { addInterviewee, deleteInterviewee } from "@/lib/server/people/mutations";
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
/** A moment that everything done by now lies before. */
const soon = () => new Date(Date.now() + 60_000);

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

test("the words of a segment go from the history with it; who coded it with what stays, and nothing undoes it", async () => {
  const { start, end, quote } = a.segment;
  const at = { start: end + 2, end: end + 2 + 12 };
  const mine = a.text.slice(at.start, at.end);
  const [first, second] = [fresh(), fresh()];
  const segmentId = fresh();
  const codings = [{ id: fresh(), codeId: a.codeId }];
  const apply = {
    id: first,
    kind: "apply" as const,
    versionId: a.versionId,
    segmentId,
    ...at,
    quote: mine,
    codings,
  };
  const outcomes = await applyOperations(coder, a.transcriptId, [
    apply,
    { id: second, kind: "remove", segmentId },
  ]);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await purgeDeleted(soon())).not.toBeNull();
  expect(await prisma().segment.findUnique({ where: { id: segmentId } })).toBeNull();
  const after = await events();
  for (const event of after) {
    expect(event.forgotten).toBe("purged");
    expect(event.after).toMatchObject({
      segments: [{ purged: true }],
      codings: [{ codeId: a.codeId, coderId: coder.userId }],
    });
    await expect(undoEvent(coder, { eventId: fresh(), undoes: event.id })).rejects.toMatchObject({
      body: { detail: "history_purged" },
    });
  }
  // Neither is it done once more when a browser sends it again, nor is another's segment touched.
  expect(await applyOperations(coder, a.transcriptId, [apply])).toMatchObject([
    { ok: false, reason: "gone" },
  ]);
  expect(
    await applyOperations(coder, a.transcriptId, [{ id: fresh(), kind: "undo", eventId: second }]),
  ).toMatchObject([{ ok: false }]);
  expect(await prisma().segment.findUnique({ where: { id: a.segmentId } })).toMatchObject({
    start,
    end,
    quote,
  });
});

test("who and what only the history holds goes after its time, unless it came back", async () => {
  const lead = await offlineScope(a.members.lead.userId, a.studyId);
  const [kept, back] = [fresh(), fresh()];
  const person = (id: string, number: number) => ({
    ...{ eventId: fresh(), studyId: a.studyId, id, number, sectorId: a.sectorId, position: WORDS },
    ...{ permission: "number" as const, name: "" },
  });
  await addInterviewee(lead, person(kept, 50));
  await addInterviewee(lead, person(back, 51));
  const target = { about: "interviewee" as const, id: kept };
  await memos.writeMemo(coder, { eventId: fresh(), id: fresh(), target, text: WORDS });
  const restored = fresh();
  await deleteInterviewee(lead, { eventId: fresh(), intervieweeId: kept });
  await deleteInterviewee(lead, { eventId: restored, intervieweeId: back });
  await undoEvent(lead, { eventId: fresh(), undoes: restored });
  await deleteQuestion(lead, { eventId: fresh(), questionId: a.spareQuestionId });
  // Not yet: they can be brought back still.
  expect(await purgeDeleted(SINCE_THEN)).toMatchObject({ interviewees: 0, questions: 0 });
  expect(await purgeDeleted(soon())).toMatchObject({ interviewees: 1, questions: 1 });
  expect(await prisma().memo.count({ where: { intervieweeId: kept } })).toBe(0);
  const told = (await events()).filter(({ forgotten }) => forgotten === null).map(({ kind }) => kind);
  expect(told).toEqual(["interviewee.add", "interviewee.delete", "history.undo"]);
  expect(await prisma().interviewee.findUnique({ where: { id: back } })).toMatchObject({ position: WORDS });
  const deletions = (await events()).filter(({ kind, forgotten }) => kind.endsWith(".delete") && forgotten);
  for (const { id } of deletions)
    await expect(undoEvent(lead, { eventId: fresh(), undoes: id })).rejects.toMatchObject({
      code: "conflict",
    });
  // What is forgotten is not found again.
  expect(await purgeDeleted(soon())).toMatchObject({ interviewees: 0, questions: 0 });
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

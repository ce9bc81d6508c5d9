import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { linkTo } from "@/lib/domain/memo";
import { MemoFilter, MemoPage, type MemoTarget } from "@/lib/schemas/memos";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { countThreads, memoThreads } from "@/lib/server/memos/data";
import * as memos from "@/lib/server/memos/mutations";
import { deleteInterviewee } from "@/lib/server/people/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { scopesOf } from "@/tests/support/scopes";

let fixture: Fixture;
let by: Record<Role, StudyScope>;

beforeEach(async () => {
  fixture = await buildFixture();
  by = await scopesOf(fixture.a);
});

const eventId = () => randomUUID();

async function write(scope: StudyScope, target: MemoTarget, text: string): Promise<string> {
  const id = randomUUID();
  await memos.writeMemo(scope, { eventId: eventId(), id, target, text });
  return id;
}

async function answer(scope: StudyScope, threadId: string, text: string): Promise<string> {
  const id = randomUUID();
  await memos.answerMemo(scope, { eventId: eventId(), id, threadId, text });
  return id;
}

/** Asked for as the route answers it. */
async function listed(scope: StudyScope, filter: Partial<MemoFilter> = {}, limit = 30, after?: string) {
  return MemoPage.parse(await memoThreads(scope, MemoFilter.parse(filter), { limit, after }));
}

const texts = async (scope: StudyScope, filter: Partial<MemoFilter> = {}) =>
  (await listed(scope, filter)).threads.map((thread) => thread.memos.map(({ text }) => text));

const targets = (): MemoTarget[] => {
  const { a } = fixture;
  return [
    { about: "study", studyId: a.studyId },
    { about: "transcript", id: a.transcriptId },
    { about: "segment", id: a.segmentId },
    { about: "code", id: a.codeId, studyId: a.studyId },
    { about: "interviewee", id: a.spareIntervieweeId },
  ];
};

describe("memos", () => {
  test("are written on anything, filtered by what they are about, and counted there", async () => {
    for (const target of targets()) await write(by.coder, target, `On the ${target.about}`);
    const { threads } = await listed(by.lead);
    expect(threads.map(({ about, label }) => [about, label])).toEqual([
      ["interviewee", "2"],
      ["code", expect.any(String)],
      ["segment", expect.any(String)],
      ["transcript", expect.any(String)],
      ["study", "A"],
    ]);
    expect(await texts(by.lead, { about: "segment", of: fixture.a.segmentId })).toEqual([["On the segment"]]);
    expect(await texts(by.lead, { about: "code", of: fixture.a.spareCodeId })).toEqual([]);
    expect(await countThreads(by.lead)).toMatchObject({ study: 1, byId: { [fixture.a.codeId]: 1 } });
  });

  test("make threads, which are resolved, and open again with an answer", async () => {
    const id = await write(by.coder, { about: "study", studyId: fixture.a.studyId }, "Why?");
    await answer(by.lead, id, "Because.");
    await memos.resolveThread(by.owner, { eventId: eventId(), memoId: id });
    expect(await texts(by.coder)).toEqual([]);
    expect((await listed(by.coder, { state: "resolved" })).threads[0]?.resolved?.by).toBe("owner");
    expect((await countThreads(by.coder)).study).toBe(0);
    await answer(by.coder, id, "But then?");
    expect(await texts(by.coder)).toEqual([["Why?", "Because.", "But then?"]]);
    expect(await texts(by.coder, { text: "BECAUSE" })).toHaveLength(1);
    expect(await texts(by.coder, { text: "%" })).toEqual([]);
    expect(await texts(by.lead, { by: by.owner.userId })).toEqual([]);
  });

  test("sent twice are there once, and each step is in the history", async () => {
    const input = {
      eventId: eventId(),
      id: randomUUID(),
      target: { about: "study" as const, studyId: fixture.a.studyId },
      text: "Once",
    };
    await Promise.all([memos.writeMemo(by.coder, input), memos.writeMemo(by.coder, input)]);
    const edit = { eventId: eventId(), memoId: input.id, base: "Once", text: "Once only" };
    await memos.editMemo(by.coder, edit);
    await memos.editMemo(by.coder, edit);
    expect(await texts(by.coder)).toEqual([["Once only"]]);
    const events = await prisma().historyEvent.findMany({
      where: { studyId: fixture.a.studyId, kind: { startsWith: "memo." } },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ kind, before, after }) => [kind, before, after])).toMatchObject([
      ["memo.add", null, { text: "Once" }],
      ["memo.edit", { text: "Once" }, { text: "Once only" }],
    ]);
  });

  test("are changed by their author alone, from the words that they saw", async () => {
    const id = await write(by.coder, { about: "study", studyId: fixture.a.studyId }, "Mine");
    const edit = { eventId: eventId(), memoId: id, base: "Mine", text: "Yours" };
    await expect(memos.editMemo(by.lead, edit)).rejects.toMatchObject({ code: "forbidden" });
    await expect(memos.editMemo(by.coder, { ...edit, base: "Older" })).rejects.toMatchObject({
      code: "conflict",
      body: { values: { text: "Mine" } },
    });
    await expect(memos.deleteMemo(by.owner, edit)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("go and come back; what was answered stays, and others never see the words that went", async () => {
    const id = await write(by.coder, { about: "study", studyId: fixture.a.studyId }, "Rash words");
    await answer(by.lead, id, "Calm words");
    await memos.deleteMemo(by.coder, { eventId: eventId(), memoId: id });
    expect(await texts(by.lead)).toEqual([["", "Calm words"]]);
    expect(await texts(by.lead, { text: "rash" })).toEqual([]);
    expect(await texts(by.coder, { state: "deleted" })).toEqual([["Rash words", "Calm words"]]);
    await memos.restoreMemo(by.coder, { eventId: eventId(), memoId: id });
    expect(await texts(by.lead)).toEqual([["Rash words", "Calm words"]]);
  });

  test("are paged without a gap", async () => {
    for (let n = 0; n < 5; n += 1)
      await write(by.coder, { about: "study", studyId: fixture.a.studyId }, `No. ${n}`);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await listed(by.coder, {}, 2, after);
      found.push(...page.threads.flatMap(({ memos: [first] }) => first?.text ?? []));
      after = page.next ?? undefined;
    } while (after);
    expect(found).toEqual(["No. 4", "No. 3", "No. 2", "No. 1", "No. 0"]);
  });
});

describe("who sees them", () => {
  test("trainees see their own threads alone, and nothing about texts; viewers none", async () => {
    for (const target of targets()) await write(by.lead, target, "Among us");
    const own = await write(by.trainee, { about: "study", studyId: fixture.a.studyId }, "May I ask?");
    await answer(by.lead, own, "Do.");
    expect(await texts(by.trainee)).toEqual([["May I ask?", "Do."]]);
    expect(await countThreads(by.trainee)).toEqual({ study: 1, byId: {} });
    expect(await texts(by.viewer, { state: "all" })).toEqual([]);
    const about: MemoTarget = { about: "transcript", id: fixture.a.transcriptId };
    await expect(write(by.trainee, about, "x")).rejects.toMatchObject({ code: "forbidden" });
  });

  test("nothing of another study is written on, answered or seen", async () => {
    const { b } = fixture;
    const theirs = await offlineScope(b.members.owner.userId, b.studyId);
    const id = await write(theirs, { about: "study", studyId: b.studyId }, "Elsewhere");
    await expect(answer(by.owner, id, "x")).rejects.toMatchObject({ code: "not_found" });
    for (const target of [
      { about: "segment", id: b.segmentId },
      { about: "code", id: b.codeId, studyId: fixture.a.studyId },
      { about: "interviewee", id: b.intervieweeId },
      { about: "transcript", id: b.transcriptId },
    ] satisfies MemoTarget[])
      await expect(write(by.owner, target, "x")).rejects.toMatchObject({ code: "not_found" });
    expect(await texts(by.owner, { state: "all" })).toEqual([]);
  });

  test("a link shows the words of a segment to those to whom they may be quoted", async () => {
    const { a, b } = fixture;
    const text = `${linkTo(a.segmentId)} ${linkTo(b.segmentId)}`;
    await write(by.coder, { about: "study", studyId: a.studyId }, text);
    const quote = async (scope: StudyScope) => (await listed(scope)).links[a.segmentId]?.quote;
    expect(await quote(by.coder)).toBe(a.segment.quote);
    await prisma().segment.update({ where: { id: a.segmentId }, data: { permission: "withheld" } });
    expect(await quote(by.coder)).toBeNull();
    expect(await quote(by.lead)).toBe(a.segment.quote);
    expect(Object.keys((await listed(by.lead)).links)).toEqual([a.segmentId]);
  });
});

describe("the database", () => {
  const row = (fields: object) => ({
    id: randomUUID(),
    studyId: fixture.a.studyId,
    authorId: by.coder.userId,
    about: "study" as const,
    text: "x",
    ...fields,
  });

  test("keeps a memo about one thing of its own study", async () => {
    const { a, b } = fixture;
    const bad = [
      { transcriptId: a.transcriptId },
      { about: "segment" as const },
      { about: "segment" as const, transcriptId: a.transcriptId },
      { about: "segment" as const, segmentId: b.segmentId },
      { about: "code" as const, codeId: b.codeId },
      { about: "interviewee" as const, intervieweeId: b.intervieweeId },
      { about: "transcript" as const, transcriptId: b.transcriptId },
      { text: "" },
    ];
    for (const fields of bad) await expect(prisma().memo.create({ data: row(fields) })).rejects.toThrow();
  });

  test("keeps an answer about what its thread is about, and a thread of one level", async () => {
    const { a } = fixture;
    const opener = await prisma().memo.create({ data: row({ about: "code", codeId: a.codeId }) });
    const fine = row({ about: "code", codeId: a.codeId, threadId: opener.id });
    await prisma().memo.create({ data: fine });
    const bad = [
      { threadId: opener.id },
      { about: "code" as const, codeId: a.codeId, threadId: fine.id },
      { about: "code" as const, codeId: a.spareCodeId, threadId: opener.id },
      { about: "code" as const, codeId: a.codeId, threadId: opener.id, resolvedAt: new Date() },
    ];
    for (const fields of bad) await expect(prisma().memo.create({ data: row(fields) })).rejects.toThrow();
  });
});

test("memos on somebody who was deleted are not shown, and wait for them", async () => {
  const { spareIntervieweeId: intervieweeId, studyId, sectorId } = fixture.a;
  await write(by.coder, { about: "interviewee", id: intervieweeId }, "Call again");
  await deleteInterviewee(by.lead, { eventId: eventId(), intervieweeId });
  expect(await texts(by.coder)).toEqual([]);
  await prisma().interviewee.create({ data: { id: intervieweeId, studyId, sectorId, number: 2 } });
  expect(await texts(by.coder)).toEqual([["Call again"]]);
});

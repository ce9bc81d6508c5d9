import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { HistoryFilter, HistoryPage } from "@/lib/schemas/history";
import { offlineScope } from "@/lib/server/access/offline";
import * as codebook from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import * as guide from "@/lib/server/guide/mutations";
import { historyPage } from "@/lib/server/history/data";
import * as history from "@/lib/server/history/mutations";
import * as memos from "@/lib/server/memos/mutations";
import * as people from "@/lib/server/people/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { scopesOf } from "@/tests/support/scopes";

let fixture: Fixture;
let by: Record<Role, StudyScope>;

beforeEach(async () => {
  fixture = await buildFixture();
  by = await scopesOf(fixture.a);
});

const fresh = () => randomUUID();
const undo = (scope: StudyScope, undoes: string, eventId = fresh()) =>
  history.undoEvent(scope, { eventId, undoes });

/** Asked for as the route answers it. */
async function seen(scope: StudyScope, filter: Partial<HistoryFilter> = {}, limit = 60, before?: number) {
  return HistoryPage.parse(await historyPage(scope, HistoryFilter.parse(filter), { limit, before }));
}

/** The lead renames the sector; answers the event's id. */
async function rename(base: string, name: string): Promise<string> {
  const eventId = fresh();
  await people.renameSector(by.lead, { eventId, sectorId: fixture.a.sectorId, base, name });
  return eventId;
}

const sectorName = async () =>
  (await prisma().sector.findUniqueOrThrow({ where: { id: fixture.a.sectorId } })).name;

async function code(scope: StudyScope, fields: { start: number; end: number; codeId?: string }) {
  const { a } = fixture;
  const { start, end, codeId = a.codeId } = fields;
  const segmentId = fresh();
  const id = fresh();
  const quote = a.text.slice(start, end);
  const codings = [{ id: fresh(), codeId }];
  const [outcome] = await applyOperations(scope, a.transcriptId, [
    { id, kind: "apply", versionId: a.versionId, segmentId, start, end, quote, codings },
  ]);
  if (!outcome?.ok) throw new Error(`not coded: ${outcome?.reason}`);
  return { id, segmentId, seq: outcome.seq };
}

async function remove(scope: StudyScope, segmentId: string): Promise<string> {
  const id = fresh();
  await applyOperations(scope, fixture.a.transcriptId, [{ id, kind: "remove", segmentId }]);
  return id;
}

describe("the history", () => {
  test("says who did what, to what, in order, page by page", async () => {
    await rename("NGO", "NPO");
    const { id } = await code(by.coder, { start: 0, end: 2 });
    const { rows } = await seen(by.lead);
    expect(rows).toMatchObject([
      { id, kind: "coding.apply", actor: "coder", mayUndo: true, transcript: { id: fixture.a.transcriptId } },
      { kind: "sector.rename", was: "NGO", name: "NPO", differences: [{ before: "NGO", after: "NPO" }] },
    ]);
    expect(rows[0]?.codes).toMatchObject([{ id: fixture.a.codeId }]);
    const first = await seen(by.lead, {}, 1);
    const second = await seen(by.lead, {}, 1, first.next ?? 0);
    expect([...first.rows, ...second.rows]).toEqual(rows);
    expect(second.next).toBeNull();
  });

  test("is filtered by who, what, where, by code and by time", async () => {
    await rename("NGO", "NPO");
    await code(by.coder, { start: 0, end: 2 });
    const kinds = async (filter: Partial<HistoryFilter>) =>
      (await seen(by.owner, filter)).rows.map(({ kind }) => kind);
    const { a } = fixture;
    expect(await kinds({ by: by.lead.userId })).toEqual(["sector.rename"]);
    expect(await kinds({ group: "coding" })).toEqual(["coding.apply"]);
    expect(await kinds({ transcript: a.transcriptId })).toEqual(["coding.apply"]);
    expect(await kinds({ code: a.codeId })).toEqual(["coding.apply"]);
    expect(await kinds({ code: a.spareCodeId })).toEqual([]);
    expect(await kinds({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
    expect(await kinds({ until: new Date(Date.now() + 60_000).toISOString() })).toHaveLength(2);
  });

  test("keeps to coders what may not be quoted, who is a member, and what a pseudonym stands for", async () => {
    const { a } = fixture;
    const { segmentId } = await code(by.coder, { start: a.segment.start, end: a.segment.end - 1 });
    await prisma().segment.update({ where: { id: segmentId }, data: { permission: "withheld" } });
    await prisma().pseudonym.create({
      data: { id: fresh(), studyId: a.studyId, original: "Abe", replacement: "[P]" },
    });
    await memos.writeMemo(by.coder, {
      eventId: fresh(),
      id: fresh(),
      target: { about: "study", studyId: a.studyId },
      text: "Ask Abe",
    });
    await prisma().historyEvent.create({
      data: {
        ...{ id: fresh(), studyId: a.studyId, seq: 99, actorId: by.owner.userId, kind: "invitation.create" },
        after: { email: "x@example.org" },
      },
    });
    const forCoder = (await seen(by.coder)).rows;
    expect(forCoder.map(({ kind, name, quote }) => [kind, name, quote])).toEqual([
      ["memo.add", "Ask [P]", null],
      ["coding.apply", null, null],
    ]);
    expect(JSON.stringify(forCoder)).not.toContain("Abe");
    const [invited, memo, coded] = (await seen(by.lead)).rows;
    expect([invited?.name, memo?.name]).toEqual(["x@example.org", "Ask Abe"]);
    expect(coded?.quote).toContain("Freedom");
    expect((await seen(by.trainee)).rows).toEqual([]);
    expect((await seen(by.viewer)).rows).toEqual([]);
  });
});

describe("taking back", () => {
  test("puts a row back, once, and again what was taken back", async () => {
    const renamed = await rename("NGO", "NPO");
    const undone = fresh();
    await undo(by.owner, renamed, undone);
    await undo(by.owner, renamed, undone);
    expect(await sectorName()).toBe("NGO");
    await expect(undo(by.lead, renamed)).rejects.toMatchObject({ body: { detail: "history_undone" } });
    expect(await undo(by.lead, undone)).toMatchObject({ redone: true });
    expect(await sectorName()).toBe("NPO");
    expect((await seen(by.lead)).rows.map(({ undone: was }) => was)).toEqual([false, true, true]);
  });

  test("refuses to take later work along, and says what is there", async () => {
    const renamed = await rename("NGO", "NPO");
    await rename("NPO", "Third sector");
    await expect(undo(by.lead, renamed)).rejects.toMatchObject({
      code: "conflict",
      body: { detail: "history_changed", values: { left: "NPO", now: "Third sector" } },
    });
    expect(await sectorName()).toBe("Third sector");
  });

  test("brings back somebody who was deleted, with what was known of them", async () => {
    const { spareIntervieweeId: intervieweeId, attributeId, studyId } = fixture.a;
    await prisma().attributeValue.create({ data: { attributeId, intervieweeId, studyId, value: "Korea" } });
    const eventId = fresh();
    await people.deleteInterviewee(by.lead, { eventId, intervieweeId });
    await undo(by.owner, eventId);
    const row = await prisma().interviewee.findUniqueOrThrow({
      where: { id: intervieweeId },
      include: { values: true },
    });
    expect(row).toMatchObject({ number: 2, values: [{ value: "Korea" }] });
  });

  test("brings back a cluster with its questions, an attribute with its values, an interview with its people", async () => {
    const { a } = fixture;
    await prisma().passage.deleteMany({ where: { questionId: a.questionId } });
    const [cluster, attribute, interview] = [fresh(), fresh(), fresh()];
    await guide.deleteCluster(by.lead, { eventId: cluster, clusterId: a.clusterId });
    await people.deleteAttribute(by.lead, { eventId: attribute, attributeId: a.attributeId });
    await people.deleteInterview(by.lead, { eventId: interview, interviewId: a.spareInterviewId });
    for (const event of [interview, attribute, cluster]) await undo(by.lead, event);
    expect(await prisma().question.count({ where: { clusterId: a.clusterId } })).toBe(2);
    expect(await prisma().attributeValue.count({ where: { attributeId: a.attributeId } })).toBe(1);
    const people_ = await prisma().interviewInterviewee.count({ where: { interviewId: a.spareInterviewId } });
    expect(people_).toBe(1);
  });

  test("of memos is their author's; of others' work, who may restore; of people, who may edit them", async () => {
    const { a } = fixture;
    const added = fresh();
    const id = fresh();
    const target = { about: "study" as const, studyId: a.studyId };
    await memos.writeMemo(by.coder, { eventId: added, id, target, text: "x" });
    await expect(undo(by.lead, added)).rejects.toMatchObject({ code: "forbidden" });
    for (const role of ["trainee", "viewer"] as const)
      await expect(undo(by[role], added)).rejects.toMatchObject({ code: "not_found" });
    const undone = fresh();
    await undo(by.coder, added, undone);
    expect((await prisma().memo.findUniqueOrThrow({ where: { id } })).deletedAt).not.toBeNull();
    await undo(by.coder, undone);
    expect((await prisma().memo.findUniqueOrThrow({ where: { id } })).deletedAt).toBeNull();
    await expect(undo(by.coder, await rename("NGO", "NPO"))).rejects.toMatchObject({ code: "forbidden" });
    const { b } = fixture;
    const theirs = await offlineScope(b.members.owner.userId, b.studyId);
    await expect(undo(theirs, added)).rejects.toMatchObject({ code: "not_found" });
  });

  test("of codings puts back a deleted segment, another's by a lead, and not what was coded over since", async () => {
    const { segmentId } = await code(by.coder, { start: 0, end: 2 });
    const removed = await remove(by.coder, segmentId);
    await undo(by.lead, removed);
    const segment = () =>
      prisma().segment.findUniqueOrThrow({ where: { id: segmentId }, include: { codings: true } });
    expect(await segment()).toMatchObject({ deletedAt: null, codings: [{ deletedAt: null }] });
    const again = await remove(by.coder, segmentId);
    await code(by.coder, { start: 0, end: 2 });
    await expect(undo(by.coder, again)).rejects.toMatchObject({ code: "conflict" });
    expect((await segment()).deletedAt).not.toBeNull();
  });

  test("steps back and forth through one's own work outside of texts", async () => {
    const [first, second] = [await rename("NGO", "A"), await rename("A", "B")];
    expect([first, second]).toHaveLength(2);
    await code(by.lead, { start: 0, end: 2 });
    const step = (direction: "undo" | "redo") =>
      history.stepBack(by.lead, { eventId: fresh(), studyId: fixture.a.studyId, direction });
    const names: string[] = [];
    for (const direction of ["undo", "undo", "undo", "redo", "redo", "redo"] as const) {
      await step(direction);
      names.push(await sectorName());
    }
    expect(names).toEqual(["A", "NGO", "NGO", "A", "B", "B"]);
    expect(await sectorName()).toBe("B");
  });
});

test("a change of the codebook is taken back here too", async () => {
  const { a } = fixture;
  const eventId = fresh();
  const codes = [{ id: fresh(), parentId: null, name: "New", hue: 1 }];
  await codebook.addCodes(by.lead, { eventId, studyId: a.studyId, codes });
  await undo(by.owner, eventId);
  expect(await prisma().code.count({ where: { id: codes[0]?.id } })).toBe(0);
});

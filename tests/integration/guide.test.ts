import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { countAsked, countInterviews, listClusters } from "@/lib/server/guide/data";
import * as guide from "@/lib/server/guide/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;
let lead: StudyScope;

beforeEach(async () => {
  fixture = await buildFixture();
  lead = await offlineScope(fixture.a.members.lead.userId, fixture.a.studyId);
});

const eventId = () => randomUUID();
const keys = async () =>
  (await listClusters(lead)).map(({ key, questions }) => [key, questions.map((question) => question.key)]);

test("clusters and questions are added, edited, moved and deleted", async () => {
  const { studyId, clusterId, spareClusterId, spareQuestionId } = fixture.a;
  const [third, added] = [randomUUID(), randomUUID()];
  const questions = [{ id: randomUUID(), key: "iii.1", text: "誰のための安全ですか？", followUp: false }];
  await guide.addClusters(lead, {
    eventId: eventId(),
    studyId,
    clusters: [{ id: third, key: "iii", title: "三", questions }],
  });
  await guide.addQuestion(lead, {
    eventId: eventId(),
    clusterId,
    id: added,
    key: "i.3",
    text: "Why? 🍊",
    followUp: true,
  });
  await guide.moveQuestion(lead, {
    eventId: eventId(),
    questionId: spareQuestionId,
    clusterId: third,
    index: 0,
  });
  await guide.moveQuestion(lead, { eventId: eventId(), questionId: added, clusterId, index: 0 });
  await guide.reorderClusters(lead, { eventId: eventId(), studyId, ids: [third, clusterId, spareClusterId] });
  await guide.deleteCluster(lead, { eventId: eventId(), clusterId: spareClusterId });
  expect(await keys()).toEqual([
    ["iii", ["i.2", "iii.1"]],
    ["i", ["i.3", "i.1"]],
  ]);
  await guide.deleteQuestion(lead, { eventId: eventId(), questionId: added });
  expect((await keys())[1]).toEqual(["i", ["i.1"]]);
});

test("keys are one cluster's and one question's", async () => {
  const { studyId, clusterId, spareClusterId, questionId } = fixture.a;
  const taken = { code: "conflict", body: { fields: { key: "taken" } } };
  const cluster = { id: randomUUID(), key: "i", title: "Twin", questions: [] };
  await expect(
    guide.addClusters(lead, { eventId: eventId(), studyId, clusters: [cluster] }),
  ).rejects.toMatchObject(taken);
  const question = { id: randomUUID(), key: "i.1", text: "Twin", followUp: false };
  await expect(guide.addQuestion(lead, { eventId: eventId(), clusterId, ...question })).rejects.toMatchObject(
    taken,
  );
  await guide.addQuestion(lead, { eventId: eventId(), clusterId: spareClusterId, ...question });
  await expect(
    guide.moveQuestion(lead, { eventId: eventId(), questionId, clusterId: spareClusterId, index: 0 }),
  ).rejects.toMatchObject(taken);
});

test("a question that a transcript answers stays, and so does its cluster; its wording can change", async () => {
  const { clusterId, questionId } = fixture.a;
  const used = { code: "conflict", body: { detail: "question_in_use", values: { count: 1 } } };
  await expect(guide.deleteQuestion(lead, { eventId: eventId(), questionId })).rejects.toMatchObject(used);
  await expect(guide.deleteCluster(lead, { eventId: eventId(), clusterId })).rejects.toMatchObject(used);
  const base = { key: "i.1", text: "安全とは何だと思いますか？", followUp: false };
  await guide.editQuestion(lead, {
    eventId: eventId(),
    questionId,
    base,
    wanted: { ...base, text: "安全とは？" },
  });
  const clash = guide.editQuestion(lead, {
    eventId: eventId(),
    questionId,
    base,
    wanted: { ...base, text: "And?" },
  });
  await expect(clash).rejects.toMatchObject({ code: "conflict", body: { values: { text: "安全とは？" } } });
});

test("a guide that is shared is changed where it is at home, and counts each study's own interviews", async () => {
  const { studyId, questionId, spareQuestionId } = fixture.a;
  await prisma().study.update({ where: { id: fixture.b.studyId }, data: { guideStudyId: studyId } });
  const borrower = await offlineScope(fixture.b.members.lead.userId, fixture.b.studyId);
  expect(await listClusters(borrower)).toEqual(await listClusters(lead));
  const added = guide.addClusters(borrower, {
    eventId: eventId(),
    studyId: fixture.b.studyId,
    clusters: [{ id: randomUUID(), key: "x", title: "X", questions: [] }],
  });
  await expect(added).rejects.toMatchObject({ code: "conflict", body: { detail: "shared_guide" } });
  expect(await countAsked(lead)).toEqual({ [questionId]: { asked: 1, answered: 1 } });
  expect((await countAsked(borrower))[spareQuestionId]).toBeUndefined();
  expect(await countInterviews(lead)).toBe(1);
});

test("what was asked is out of interviews: notes and documents beside them answer no guide", async () => {
  const { studyId } = fixture.a;
  const before = await countInterviews(lead);
  await prisma().transcript.create({
    data: { id: randomUUID(), studyId, title: "A law", language: "en", kind: "document" },
  });
  expect(await countInterviews(lead)).toBe(before);
});

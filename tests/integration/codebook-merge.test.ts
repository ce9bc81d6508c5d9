import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import type { Operation } from "@/lib/domain/coding";
import { type CodeFields, fieldsOf } from "@/lib/schemas/codebook";
import { offlineScope } from "@/lib/server/access/offline";
import { countCodes, listCodes, listRevisions } from "@/lib/server/codebook/data";
import * as mutations from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

let fixture: Fixture;
let lead: StudyScope;

beforeEach(async () => {
  fixture = await buildFixture();
  lead = await offlineScope(fixture.a.members.lead.userId, fixture.a.studyId);
});

const codeOf = async (id: string) => {
  const code = (await listCodes(lead)).find((row) => row.id === id);
  if (!code) throw new Error("no such code");
  return code;
};

async function merge(wanted: Partial<CodeFields> = {}, review = false, eventId = randomUUID()) {
  const base = fieldsOf(await codeOf(fixture.a.spareCodeId));
  return mutations.mergeCodes(lead, {
    ...{ eventId, codeId: fixture.a.codeId, intoId: fixture.a.spareCodeId },
    ...{ base, wanted: { ...base, ...wanted }, reason: "The same thing", review },
  });
}
const undo = (undoes: string, eventId = randomUUID()) =>
  mutations.undoCodebook(lead, { eventId, undoes, rest: true });

/** Everything that a change of the codebook may touch, but for events and revisions. */
async function everything() {
  const studies = { studyId: { in: [fixture.a.studyId, fixture.b.studyId] } };
  const codings = await prisma().coding.findMany({ where: studies, orderBy: { id: "asc" } });
  return {
    codes: (await listCodes(lead)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    codings: codings.map(({ deletedAt, ...row }) => ({ ...row, deleted: deletedAt !== null })),
  };
}

/** Puts a code on a range by a person, and answers the outcome of each operation. */
async function code(study: StudyFixture, userId: string, range: [number, number], codeIds: string[]) {
  const [start, end] = range;
  const operation: Operation = {
    ...{ id: randomUUID(), kind: "apply", versionId: study.versionId, segmentId: randomUUID(), start, end },
    quote: study.text.slice(start, end),
    codings: codeIds.map((codeId) => ({ id: randomUUID(), codeId })),
  };
  const scope = await offlineScope(userId, study.studyId);
  return applyOperations(scope, study.transcriptId, [operation]);
}

/** Study B uses the codebook of study A, and has a coding with its code. */
async function share(): Promise<void> {
  const { a, b } = fixture;
  await prisma().coding.deleteMany({ where: { studyId: b.studyId } });
  await prisma().study.update({ where: { id: b.studyId }, data: { codebookStudyId: a.studyId } });
  await code(b, b.members.coder.userId, [b.segment.start, b.segment.end], [a.codeId]);
}

test("codings get the other code in every study, one is kept of two, each transcript is told, and undo is exact", async () => {
  const { a, b } = fixture;
  await share();
  await code(a, a.members.owner.userId, [0, 4], [a.codeId, a.spareCodeId]);
  const before = await everything();
  const eventId = randomUUID();
  const merged = await merge({ definition: "Both" }, false, eventId);
  expect(merged).toMatchObject({ moved: 2, joined: 1 });
  expect(await codeOf(a.codeId)).toMatchObject({ retired: true, mergedIntoId: a.spareCodeId });
  expect((await countCodes(lead))[a.spareCodeId]?.itself).toEqual({ all: [2, 1], own: [0, 0] });
  expect((await countCodes(lead))[a.codeId]).toBeUndefined();
  const other = await offlineScope(b.members.lead.userId, b.studyId);
  expect((await countCodes(other))[a.spareCodeId]?.itself.all).toEqual([1, 1]);

  const told = await prisma().historyEvent.findMany({
    where: { kind: "coding.codebook" },
  });
  const own = told.filter(({ studyId }) => [a.studyId, b.studyId].includes(studyId));
  expect(own.map(({ transcriptId }) => transcriptId).sort()).toEqual([a.transcriptId, b.transcriptId].sort());

  const taken = randomUUID();
  expect(await undo(eventId, taken)).toMatchObject({ left: 0 });
  expect(await everything()).toEqual(before);
  await expect(undo(eventId)).rejects.toMatchObject({ body: { detail: "undone_already" } });
  await undo(taken);
  expect((await countCodes(lead))[a.spareCodeId]?.itself.all).toEqual([2, 1]);
  expect((await listRevisions(lead)).map(({ reason }) => reason)).toEqual([
    "undone",
    "undone",
    "The same thing",
  ]);
});

test("sent twice it is done once; what was changed since stays as it is and is counted", async () => {
  const { a } = fixture;
  const eventId = randomUUID();
  const [first, second] = await Promise.all([merge({}, false, eventId), merge({}, false, eventId)]);
  expect(second).toEqual(first);
  expect(await prisma().historyEvent.count({ where: { studyId: a.studyId, kind: "coding.codebook" } })).toBe(
    1,
  );
  const coder = await offlineScope(a.members.coder.userId, a.studyId);
  await applyOperations(coder, a.transcriptId, [
    { id: randomUUID(), kind: "remove", segmentId: a.segmentId },
  ]);
  expect(await undo(eventId)).toMatchObject({ left: 1 });
  expect(await prisma().coding.count({ where: { studyId: a.studyId, deletedAt: null } })).toBe(0);
  expect(await codeOf(a.codeId)).toMatchObject({ retired: false, mergedIntoId: null });
});

test("whoever codes at the same time codes with a code that is in use, or is told", async () => {
  const { a } = fixture;
  const places = Array.from({ length: 8 }, (_, index): [number, number] => [index, index + 1]);
  const [, ...outcomes] = await Promise.all([
    merge(),
    ...places.map((place) => code(a, a.members.lead.userId, place, [a.codeId])),
  ]);
  for (const [outcome] of outcomes)
    expect(outcome?.ok || outcome?.reason === "retired_code" || outcome?.reason === "splits_character").toBe(
      true,
    );
  expect(
    await prisma().coding.count({ where: { studyId: a.studyId, codeId: a.codeId, deletedAt: null } }),
  ).toBe(0);
});

test("a change of meaning asks those who coded; the lead may say that it is none; confirming is the coder's own", async () => {
  const { a } = fixture;
  const coder = await offlineScope(a.members.coder.userId, a.studyId);
  const due = async () => (await countCodes(coder))[a.codeId]?.due;
  const edit = async (definition: string, review: boolean) => {
    const base = fieldsOf(await codeOf(a.codeId));
    const wanted = { ...base, definition };
    const eventId = randomUUID();
    await mutations.editCode(lead, { eventId, codeId: a.codeId, base, wanted, reason: "x", review });
    return eventId;
  };
  await edit("Being afrad", false);
  expect(await due()).toBe(0);
  const changed = await edit("Being afraid of others", true);
  expect(await due()).toBe(1);
  await undo(changed);
  expect(await due()).toBe(0);
  await edit("Being afraid", true);
  expect(await due()).toBe(1);
  const confirm = (revision: number): Operation => ({
    ...{ id: randomUUID(), kind: "confirm", segmentId: a.segmentId, codingIds: [a.codingId], revision },
  });
  const other = await offlineScope(a.members.owner.userId, a.studyId);
  expect(await applyOperations(other, a.transcriptId, [confirm(9)])).toMatchObject([{ reason: "not_yours" }]);
  // Under a revision that says the old thing, nothing is confirmed.
  await applyOperations(coder, a.transcriptId, [confirm(1)]);
  expect(await due()).toBe(1);
  const confirmed = confirm(9);
  await applyOperations(coder, a.transcriptId, [confirmed]);
  expect(await due()).toBe(0);
  await applyOperations(coder, a.transcriptId, [{ id: randomUUID(), kind: "undo", eventId: confirmed.id }]);
  expect(await due()).toBe(1);
});

test("a code is split segment by segment into old and new codes, in one study, and merges back", async () => {
  const { a, b } = fixture;
  await share();
  const before = await everything();
  const fresh = randomUUID();
  const eventId = randomUUID();
  const split = await mutations.splitCode(lead, {
    ...{ eventId, studyId: a.studyId, codeId: a.codeId, reason: "Two things" },
    codes: [{ id: fresh, parentId: null, name: "Dread", hue: 2 }],
    given: [
      { codingId: a.codingId, codeId: fresh },
      { codingId: randomUUID(), codeId: a.spareCodeId },
    ],
  });
  expect(split).toMatchObject({ moved: 1, left: 1 });
  expect((await countCodes(lead))[fresh]?.itself.all).toEqual([1, 1]);
  expect(await prisma().coding.count({ where: { studyId: b.studyId, codeId: a.codeId } })).toBe(1);
  await undo(eventId);
  expect(await everything()).toEqual(before);

  const borrower = await offlineScope(b.members.lead.userId, b.studyId);
  const theirs = await prisma().coding.findFirstOrThrow({ where: { studyId: b.studyId } });
  const give = (codingId: string, codes: { id: string; parentId: null; name: string; hue: number }[] = []) =>
    mutations.splitCode(borrower, {
      ...{ eventId: randomUUID(), studyId: b.studyId, codeId: a.codeId, reason: "x", codes },
      given: [{ codingId, codeId: codes[0]?.id ?? a.spareCodeId }],
    });
  expect(await give(a.codingId)).toMatchObject({ moved: 0, left: 1 });
  await expect(
    give(theirs.id, [{ id: randomUUID(), parentId: null, name: "N", hue: 0 }]),
  ).rejects.toMatchObject({
    body: { detail: "shared_codebook" },
  });
  expect(await give(theirs.id)).toMatchObject({ moved: 1, left: 0 });
});

test("undo goes back exactly for every change, and is refused where the codebook has moved on", async () => {
  const { a } = fixture;
  const { codeId, spareCodeId, studyId } = a;
  const [added, child] = [randomUUID(), randomUUID()];
  const base = fieldsOf(await codeOf(codeId));
  const steps: ((eventId: string) => Promise<unknown>)[] = [
    (eventId) =>
      mutations.addCodes(lead, {
        ...{ eventId, studyId },
        codes: [
          { id: added, parentId: null, name: "New", hue: 0 },
          { id: child, parentId: added, name: "Below", hue: 0, shortcut: "b" },
        ],
      }),
    (eventId) =>
      mutations.moveCode(lead, { eventId, codeId: spareCodeId, parentId: codeId, index: 0, reason: "x" }),
    (eventId) =>
      mutations.moveCode(lead, { eventId, codeId: spareCodeId, parentId: null, index: 0, reason: "" }),
    (eventId) => mutations.retireCode(lead, { eventId, codeId, reason: "x" }),
    (eventId) =>
      mutations.editCode(lead, {
        ...{ eventId, codeId, base, wanted: { ...base, name: "Dread", hue: 3 }, reason: "x", review: true },
      }),
    (eventId) =>
      mutations.importCodes(lead, {
        ...{ eventId, studyId, reason: "x", review: true },
        add: [{ id: added, parentId: codeId, name: "New", hue: 0 }],
        change: [{ codeId, base: { definition: "" }, wanted: { definition: "Read in" } }],
      }),
  ];
  for (const step of steps) {
    const before = await everything();
    const eventId = randomUUID();
    await step(eventId);
    const after = await everything();
    expect(after).not.toEqual(before);
    const back = randomUUID();
    await undo(eventId, back);
    expect(await everything()).toEqual(before);
    const again = randomUUID();
    await undo(back, again);
    expect(await everything()).toEqual(after);
    await undo(again);
  }
  const add = randomUUID();
  await mutations.addCodes(lead, {
    eventId: add,
    studyId,
    codes: [{ id: added, parentId: null, name: "N", hue: 0 }],
  });
  await code(a, a.members.coder.userId, [0, 2], [added]);
  await expect(undo(add)).rejects.toMatchObject({ body: { detail: "code_in_use" } });
  const elsewhere = await offlineScope(fixture.b.members.lead.userId, fixture.b.studyId);
  await expect(
    mutations.undoCodebook(elsewhere, { eventId: randomUUID(), undoes: add, rest: true }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("ten thousand codings are merged in one go, and taken back", { timeout: 120_000 }, async () => {
  const { a } = fixture;
  const { studyId, transcriptId, versionId } = a;
  const coderId = a.members.coder.userId;
  await prisma().transcriptVersion.update({ where: { id: versionId }, data: { length: 20_000 } });
  await prisma().$executeRaw`
    INSERT INTO "Segment" ("id", "studyId", "transcriptId", "versionId", "coderId", "start", "end", "quote", "before", "after")
    SELECT gen_random_uuid(), ${studyId}::uuid, ${transcriptId}::uuid, ${versionId}::uuid, ${coderId}::uuid, at, at + 1, 'x', '', ''
    FROM generate_series(100, 10099) AS at`;
  // Each has the code, and one in ten the other, too.
  await prisma().$executeRaw`
    INSERT INTO "Coding" ("id", "segmentId", "studyId", "coderId", "codeId", "codebookStudyId", "revision")
    SELECT gen_random_uuid(), s."id", s."studyId", s."coderId", k."id", k."studyId", 0
    FROM "Segment" s JOIN "Code" k ON k."studyId" = s."studyId" AND (k."id" = ${a.codeId}::uuid
      OR (k."id" = ${a.spareCodeId}::uuid AND s."start" % 10 = 0))
    WHERE s."studyId" = ${studyId}::uuid AND s."start" >= 100`;
  const before = await everything();
  const eventId = randomUUID();
  const began = performance.now();
  expect(await merge({}, false, eventId)).toMatchObject({ moved: 9001, joined: 1000 });
  const took = performance.now() - began;
  await undo(eventId);
  expect(await everything()).toEqual(before);
  // It takes about a second where nobody else works on the machine.
  expect(took).toBeLessThan(15_000);
});

import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { buildTree, pathOf } from "@/lib/domain/codebook";
import { CodeFields, Snapshot } from "@/lib/schemas/codebook";
import { offlineScope } from "@/lib/server/access/offline";
import { countCodes, listCodes, listRevisions } from "@/lib/server/codebook/data";
import * as mutations from "@/lib/server/codebook/mutations";
import { prisma } from "@/lib/server/db";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;
let lead: StudyScope;

beforeEach(async () => {
  fixture = await buildFixture();
  lead = await offlineScope(fixture.a.members.lead.userId, fixture.a.studyId);
});

const eventId = () => randomUUID();
const blank: CodeFields = {
  name: "Dignity",
  hue: 1,
  definition: "",
  whenToUse: "",
  whenNotToUse: "",
  example: "",
  counterExample: "",
  shortcut: null,
};

const revision = async () =>
  (await prisma().study.findUniqueOrThrow({ where: { id: fixture.a.studyId } })).revision;
const edit = (wanted: Partial<CodeFields>, reason = "", base = blank) =>
  mutations.editCode(lead, {
    eventId: eventId(),
    codeId: fixture.a.spareCodeId,
    base,
    wanted: { ...base, ...wanted },
    reason,
    review: true,
  });
const paths = async () => {
  const tree = buildTree((await listCodes(lead)).filter((code) => !code.retired));
  return [...tree.byId.keys()].map((id) => pathOf(tree, id)).sort();
};

test("a tree is added in one go, and that is one revision with what the codebook then was", async () => {
  const { studyId, codeId } = fixture.a;
  const [parent, child] = [randomUUID(), randomUUID()];
  await mutations.addCodes(lead, {
    eventId: eventId(),
    studyId,
    codes: [
      { id: parent, parentId: codeId, name: "暴力", hue: 0, definition: "e\u0301" },
      { id: child, parentId: parent, name: "At home 🏠", hue: 0, shortcut: "v" },
    ],
  });
  expect(await paths()).toEqual(["Dignity", "Fear", "Fear > 暴力", "Fear > 暴力 > At home 🏠"]);
  expect(await listRevisions(lead)).toMatchObject([
    { number: 1, reason: "added", by: "lead", changed: [parent, child] },
  ]);
  const row = await prisma().codebookRevision.findFirstOrThrow({ where: { studyId } });
  expect(Snapshot.parse(row.snapshot).codes.find((code) => code.id === parent)).toMatchObject({
    name: "暴力",
    definition: "e\u0301",
  });
});

test("a change of meaning is a revision and needs its reason; colour, key and examples are not", async () => {
  await edit({ hue: 4, shortcut: "d", example: "“…”" });
  expect(await revision()).toBe(0);
  await expect(edit({ definition: "Being treated as a person who counts." })).rejects.toMatchObject({
    code: "invalid",
    body: { fields: { reason: "required" } },
  });
  await edit({ definition: "Being treated as a person who counts." }, "Coders disagreed on Interview 4");
  expect(await listRevisions(lead)).toMatchObject([
    { number: 1, reason: "Coders disagreed on Interview 4", changed: [fixture.a.spareCodeId] },
  ]);
  expect((await listCodes(lead)).find((code) => code.id === fixture.a.spareCodeId)).toMatchObject({
    hue: 4,
    shortcut: "d",
    example: "“…”",
  });
});

test("two edits at once: different fields are joined, the same field shows what it now holds", async () => {
  const results = await Promise.allSettled([
    edit({ definition: "Mine" }, "a"),
    edit({ definition: "Theirs" }, "b"),
    edit({ hue: 3 }),
  ]);
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(1);
  const kept = (await listCodes(lead)).find((code) => code.id === fixture.a.spareCodeId);
  expect(kept?.hue).toBe(3);
  expect(refused[0]?.reason).toMatchObject({
    code: "conflict",
    body: { fields: { definition: "changed_meanwhile" }, values: { definition: kept?.definition } },
  });
  expect(await revision()).toBe(1);
});

test("a move under another parent is a revision, a move among siblings is none, and none closes a circle", async () => {
  const { codeId, spareCodeId } = fixture.a;
  const move = (id: string, parentId: string | null, index: number, reason = "") =>
    mutations.moveCode(lead, { eventId: eventId(), codeId: id, parentId, index, reason });
  await move(spareCodeId, null, 0);
  expect((await listCodes(lead)).map((code) => code.name)[0]).toBe("Dignity");
  expect(await revision()).toBe(0);
  await expect(move(spareCodeId, codeId, 0)).rejects.toMatchObject({ code: "invalid" });
  await move(spareCodeId, codeId, 0, "A kind of it");
  expect(await paths()).toEqual(["Fear", "Fear > Dignity"]);
  await expect(move(codeId, spareCodeId, 0, "x")).rejects.toMatchObject({
    code: "conflict",
    body: { detail: "code_below_itself" },
  });
});

test("two moves at once that would together close a circle: one is refused", async () => {
  const { codeId, spareCodeId } = fixture.a;
  const move = (id: string, parentId: string) =>
    mutations.moveCode(lead, { eventId: eventId(), codeId: id, parentId, index: 0, reason: "x" });
  const results = await Promise.allSettled([move(codeId, spareCodeId), move(spareCodeId, codeId)]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await paths()).toHaveLength(2);
});

test("names are one sibling's whatever their case, keys one code's, and a name holds no separator", async () => {
  const { studyId } = fixture.a;
  const add = (name: string, shortcut: string | null = null, parentId: string | null = null) =>
    mutations.addCodes(lead, {
      eventId: eventId(),
      studyId,
      codes: [{ id: randomUUID(), parentId, name, hue: 0, shortcut }],
    });
  await expect(add("FEAR")).rejects.toMatchObject({ code: "conflict", body: { fields: { name: "taken" } } });
  await add("Old", "o");
  await expect(add("Other", "o")).rejects.toMatchObject({
    code: "conflict",
    body: { fields: { shortcut: "taken" } },
  });
  await expect(add("Child", null, fixture.a.retiredCodeId)).rejects.toMatchObject({
    code: "conflict",
    body: { detail: "parent_retired" },
  });
  await expect(add("Child", null, fixture.b.codeId)).rejects.toMatchObject({ code: "not_found" });
  expect(CodeFields.shape.name.safeParse("a > b").error?.issues[0]?.message).toBe("no_separator");
  expect(CodeFields.shape.shortcut.safeParse("ab").error?.issues[0]?.message).toBe("wrong");
  expect(CodeFields.shape.shortcut.parse("B")).toBe("b");
  expect(CodeFields.shape.definition.parse("a\r\nb\r")).toBe("a\nb");
});

test("retiring takes what is below along and keeps what is coded; restoring needs its place free", async () => {
  const { studyId, codeId } = fixture.a;
  const child = randomUUID();
  await mutations.addCodes(lead, {
    eventId: eventId(),
    studyId,
    codes: [{ id: child, parentId: codeId, name: "Dread", hue: 0, shortcut: "x" }],
  });
  await mutations.retireCode(lead, { eventId: eventId(), codeId, reason: "Split in two" });
  expect(await paths()).toEqual(["Dignity"]);
  expect((await countCodes(lead))[codeId]?.itself.all).toEqual([1, 1]);
  await expect(mutations.restoreCode(lead, { eventId: eventId(), codeId: child })).rejects.toMatchObject({
    body: { detail: "parent_retired" },
  });
  await mutations.addCodes(lead, {
    eventId: eventId(),
    studyId,
    codes: [{ id: randomUUID(), parentId: null, name: "Fear", hue: 0 }],
  });
  await expect(mutations.restoreCode(lead, { eventId: eventId(), codeId })).rejects.toMatchObject({
    body: { fields: { name: "taken" } },
  });
  expect((await listRevisions(lead)).map((row) => row.reason)).toEqual(["added", "Split in two", "added"]);
});

test("a codebook that is shared is changed where it is at home", async () => {
  const { studyId } = fixture.b;
  await prisma().study.update({ where: { id: studyId }, data: { codebookStudyId: fixture.a.studyId } });
  const borrower = await offlineScope(fixture.b.members.lead.userId, studyId);
  expect((await listCodes(borrower)).map((code) => code.id)).toContain(fixture.a.codeId);
  const added = mutations.addCodes(borrower, {
    eventId: eventId(),
    studyId,
    codes: [{ id: randomUUID(), parentId: null, name: "New", hue: 0 }],
  });
  await expect(added).rejects.toMatchObject({ code: "conflict", body: { detail: "shared_codebook" } });
});

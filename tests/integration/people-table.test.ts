import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { matchFiles } from "@/lib/domain/people";
import type { TableRow } from "@/lib/schemas/people";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { listAttributes, listInterviewees, listMatchable } from "@/lib/server/people/data";
import * as people from "@/lib/server/people/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;
let lead: StudyScope;
let coder: StudyScope;

beforeEach(async () => {
  fixture = await buildFixture();
  lead = await offlineScope(fixture.a.members.lead.userId, fixture.a.studyId);
  coder = await offlineScope(fixture.a.members.coder.userId, fixture.a.studyId);
});

const row = (number: number, wanted: TableRow["wanted"], more: Partial<TableRow> = {}): TableRow => ({
  id: randomUUID(),
  number,
  sectorId: randomUUID(),
  base: null,
  wanted,
  ...more,
});
const send = (
  rows: TableRow[],
  attributes: {
    id: string;
    name: string;
    kind: "text" | "number" | "date" | "choice";
    choices: string[];
  }[] = [],
  eventId = randomUUID(),
) => people.importPeople(lead, { eventId, studyId: fixture.a.studyId, attributes, rows });

describe("a table of people", () => {
  test("adds people, sectors and attributes, and changes who is there, in one event", async () => {
    const { attributeId, intervieweeId } = fixture.a;
    const born = { id: randomUUID(), name: "Born", kind: "date" as const, choices: [] };
    const eventId = randomUUID();
    const rows = [
      row(5, {
        sector: "大学 🎓",
        position: "Professor",
        name: "Kept Apart",
        values: { [born.id]: "2026/5/1", [attributeId]: "korea" },
      }),
      row(
        1,
        { sector: "大学 🎓", values: { [attributeId]: "Korea" } },
        { id: intervieweeId, base: { sector: "NGO", values: { [attributeId]: "Japan" } } },
      ),
    ];
    const first = await send(rows, [born], eventId);
    expect(first).toMatchObject({ added: 1, changed: 1 });
    expect(await send(rows, [born], eventId)).toEqual(first);

    const [one, , five] = await listInterviewees(lead);
    expect(one).toMatchObject({
      number: 1,
      position: "Director",
      name: "Secret Name",
      values: { [attributeId]: "Korea" },
    });
    expect(five).toMatchObject({ number: 5, name: "Kept Apart", sectorId: one?.sectorId });
    expect(five?.values).toEqual({ [born.id]: "2026-05-01", [attributeId]: "Korea" });
    expect((await listAttributes(lead)).map(({ name }) => name)).toEqual(["Country", "Born"]);
    const events = await prisma().historyEvent.findMany({ where: { studyId: fixture.a.studyId } });
    expect(events.map(({ kind }) => kind)).toEqual(["interviewee.table"]);
    expect(JSON.stringify(events.map(({ before, after }) => [before, after]))).not.toMatch(
      /Kept Apart|Secret Name/,
    );
    expect((await listInterviewees(coder)).every(({ name }) => name === null)).toBe(true);
  });

  test("all or nothing: a number that was taken, somebody who changed, a value that is none", async () => {
    const { attributeId, intervieweeId, spareIntervieweeId } = fixture.a;
    const before = await listInterviewees(lead);
    const changed = { code: "conflict", body: { detail: "people_changed", values: { number: 1 } } };
    const good = row(7, { sector: "NGO", position: "" });
    await expect(send([good, row(1, { sector: "NGO" })])).rejects.toMatchObject(changed);
    await expect(
      send([good, row(1, { position: "x" }, { id: intervieweeId, base: { position: "Chair" } })]),
    ).rejects.toMatchObject(changed);
    await expect(
      send([good, row(1, { position: "x" }, { id: spareIntervieweeId, base: {} })]),
    ).rejects.toMatchObject(changed);
    await expect(
      send([
        good,
        row(
          1,
          { values: { [attributeId]: "x" } },
          { id: intervieweeId, base: { values: { [attributeId]: "" } } },
        ),
      ]),
    ).rejects.toMatchObject(changed);
    await expect(
      send([good, row(8, { sector: "NGO", values: { [attributeId]: "France" } })]),
    ).rejects.toMatchObject({
      code: "invalid",
      body: { fields: { [attributeId]: "not_a_choice" } },
    });
    await expect(
      send([good, row(8, { sector: "NGO", values: { [fixture.b.attributeId]: "Japan" } })]),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(send([good, row(8, { position: "" })])).rejects.toMatchObject({ code: "invalid" });
    expect(await listInterviewees(lead)).toEqual(before);
  });

  test("two at once: one is stored, the other is told", async () => {
    const sent = await Promise.allSettled([
      send([row(9, { sector: "A", position: "" })]),
      send([row(9, { sector: "B", position: "" })]),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const interviewees = await listInterviewees(lead);
    expect(interviewees.filter(({ number }) => number === 9)).toHaveLength(1);
  });

  test("two thousand people at once", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      row(index + 100, {
        sector: `Sector ${index % 7}`,
        position: "x",
        values: { [fixture.a.attributeId]: "Japan" },
      }),
    );
    expect(await send(rows)).toMatchObject({ added: 2000 });
  });
});

describe("attributes", () => {
  test("are added, renamed, chosen anew and deleted, each with its event", async () => {
    const { studyId, attributeId } = fixture.a;
    const id = randomUUID();
    await people.addAttribute(lead, {
      eventId: randomUUID(),
      studyId,
      id,
      name: "年齢",
      kind: "number",
      choices: ["x"],
    });
    expect((await listAttributes(lead))[1]).toEqual({ id, name: "年齢", kind: "number", choices: [] });
    const twin = people.addAttribute(lead, {
      eventId: randomUUID(),
      studyId,
      id: randomUUID(),
      name: "年齢",
      kind: "text",
      choices: [],
    });
    await expect(twin).rejects.toMatchObject({ code: "conflict", body: { fields: { name: "taken" } } });
    const base = { name: "Country", choices: ["Japan", "Korea"] };
    const edit = (wanted: typeof base, from = base) =>
      people.editAttribute(lead, { eventId: randomUUID(), attributeId, base: from, wanted });
    await expect(edit({ ...base, choices: ["Korea"] })).rejects.toMatchObject({
      body: { detail: "choice_in_use", values: { count: 1 } },
    });
    await edit({ name: "国", choices: ["Japan", "Korea", "Italy"] });
    await expect(edit({ name: "Land", choices: base.choices })).rejects.toMatchObject({
      body: { detail: "changed_meanwhile" },
    });
    await people.deleteAttribute(lead, { eventId: randomUUID(), attributeId });
    expect((await listAttributes(lead)).map(({ name }) => name)).toEqual(["年齢"]);
  });

  test("values of one person: what two change at once is told, the rest stays", async () => {
    const { attributeId, intervieweeId, studyId } = fixture.a;
    const id = randomUUID();
    await people.addAttribute(lead, {
      eventId: randomUUID(),
      studyId,
      id,
      name: "Age",
      kind: "number",
      choices: [],
    });
    const set = (base: Record<string, string>, wanted: Record<string, string>) =>
      people.setValues(lead, { eventId: randomUUID(), intervieweeId, base, wanted });
    await set({ [attributeId]: "Japan" }, { [attributeId]: "Korea", [id]: "" });
    await set({ [attributeId]: "Japan", [id]: "" }, { [attributeId]: "Japan", [id]: "６１" });
    expect((await listInterviewees(lead))[0]?.values).toEqual({ [attributeId]: "Korea", [id]: "61" });
    await expect(set({ [attributeId]: "Japan" }, { [attributeId]: "" })).rejects.toMatchObject({
      body: { detail: "changed_meanwhile", fields: { [attributeId]: "changed_meanwhile" } },
    });
    await expect(set({ [id]: "61" }, { [id]: "old" })).rejects.toMatchObject({
      body: { fields: { [id]: "not_a_decimal" } },
    });
    await set({ [attributeId]: "Korea" }, { [attributeId]: "" });
    expect((await listInterviewees(lead))[0]?.values).toEqual({ [id]: "61" });
    // Taken away meanwhile is a value too, over which one may save.
    await expect(set({ [attributeId]: "Korea" }, { [attributeId]: "Japan" })).rejects.toMatchObject({
      body: { detail: "changed_meanwhile", values: { [attributeId]: "" } },
    });
    await set({ [attributeId]: "" }, { [attributeId]: "Japan" });
    expect((await listInterviewees(lead))[0]?.values).toEqual({ [attributeId]: "Japan", [id]: "61" });
  });

  test("files are matched by the column that a table had for them, and by names only for those who see them", async () => {
    const { studyId, intervieweeId } = fixture.a;
    const id = randomUUID();
    await people.addAttribute(lead, {
      eventId: randomUUID(),
      studyId,
      id,
      name: "File name",
      kind: "text",
      choices: [],
    });
    await people.setValues(lead, {
      eventId: randomUUID(),
      intervieweeId,
      base: {},
      wanted: { [id]: "mayor.docx" },
    });
    const whose = async (scope: StudyScope, file: string) =>
      matchFiles([file], await listMatchable(scope))[0]?.intervieweeId ?? null;
    expect(await whose(coder, "talks/Mayor.docx")).toBe(intervieweeId);
    expect(await whose(lead, "secret name.txt")).toBe(intervieweeId);
    expect(await whose(coder, "secret name.txt")).toBeNull();
  });
});

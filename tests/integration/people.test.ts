import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { AddInterviewee, AddSector } from "@/lib/schemas/people";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { listInterviewees, listInterviews, listSectors } from "@/lib/server/people/data";
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

const eventId = () => randomUUID();
const person = () => ({
  number: 2,
  sectorId: fixture.a.sectorId,
  position: "",
  permission: "number" as const,
  name: "",
});

test("sectors are added, put in order, renamed and deleted, each with its event", async () => {
  const { studyId, sectorId, spareSectorId } = fixture.a;
  const id = randomUUID();
  await people.addSector(lead, { eventId: eventId(), studyId, id, name: "Gößweinstein 👩🏽‍🏫" });
  await people.reorderSectors(lead, { eventId: eventId(), studyId, ids: [id, spareSectorId, sectorId] });
  await people.renameSector(lead, {
    eventId: eventId(),
    sectorId: id,
    base: "Gößweinstein 👩🏽‍🏫",
    name: "大学",
  });
  await people.deleteSector(lead, { eventId: eventId(), sectorId: spareSectorId });
  expect((await listSectors(lead)).map((sector) => sector.name)).toEqual(["大学", "NGO"]);
  const events = await prisma().historyEvent.findMany({ where: { studyId }, orderBy: { seq: "asc" } });
  expect(events.map((event) => event.kind)).toEqual([
    "sector.add",
    "sector.reorder",
    "sector.rename",
    "sector.delete",
  ]);
});

test("the same write sent twice, or twice at once, is the same as once", async () => {
  const input = { eventId: eventId(), studyId: fixture.a.studyId, id: randomUUID(), name: "Citizens" };
  const [first, second] = await Promise.all([people.addSector(lead, input), people.addSector(lead, input)]);
  expect(second).toEqual(first);
  expect(await people.addSector(lead, input)).toEqual(first);
  expect(await prisma().historyEvent.count({ where: { studyId: fixture.a.studyId } })).toBe(1);
});

test("a sector with interviewees stays, and says how many", async () => {
  const deletion = people.deleteSector(lead, { eventId: eventId(), sectorId: fixture.a.sectorId });
  await expect(deletion).rejects.toMatchObject({
    code: "conflict",
    body: { detail: "sector_in_use", values: { count: 2 } },
  });
});

test("two sectors can't have one name, and a number is one person's", async () => {
  const { studyId, sectorId } = fixture.a;
  const twin = people.addSector(lead, { eventId: eventId(), studyId, id: randomUUID(), name: "NGO" });
  await expect(twin).rejects.toMatchObject({ code: "conflict", body: { fields: { name: "taken" } } });
  const second = people.addInterviewee(lead, {
    eventId: eventId(),
    studyId,
    id: randomUUID(),
    ...person(),
    number: 1,
  });
  await expect(second).rejects.toMatchObject({ code: "conflict", body: { fields: { number: "taken" } } });
  const other = await offlineScope(fixture.b.members.lead.userId, fixture.b.studyId);
  const foreign = people.renameSector(other, { eventId: eventId(), sectorId, base: "NGO", name: "X" });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
});

test("an order that leaves out a sector added meanwhile is stale", async () => {
  const { studyId, sectorId } = fixture.a;
  const order = people.reorderSectors(lead, { eventId: eventId(), studyId, ids: [sectorId] });
  await expect(order).rejects.toMatchObject({ code: "stale" });
});

test("two people who change different fields both get theirs; one field changed twice is for a person to decide", async () => {
  const { spareIntervieweeId: intervieweeId } = fixture.a;
  const base = person();
  await people.editInterviewee(lead, {
    eventId: eventId(),
    intervieweeId,
    base,
    wanted: { ...base, position: "議員" },
  });
  await people.editInterviewee(lead, {
    eventId: eventId(),
    intervieweeId,
    base,
    wanted: { ...base, permission: "sector" },
  });
  expect(await prisma().interviewee.findUnique({ where: { id: intervieweeId } })).toMatchObject({
    position: "議員",
    permission: "sector",
  });
  const clash = people.editInterviewee(lead, {
    eventId: eventId(),
    intervieweeId,
    base,
    wanted: { ...base, position: "Chair" },
  });
  await expect(clash).rejects.toMatchObject({
    code: "conflict",
    body: { fields: { position: "changed_meanwhile" }, values: { position: "議員" } },
  });
});

test("names are for leads, and never in the history", async () => {
  const { intervieweeId, studyId } = fixture.a;
  const base = { ...person(), number: 1, position: "Director", name: "Secret Name" };
  await people.editInterviewee(lead, {
    eventId: eventId(),
    intervieweeId,
    base,
    wanted: { ...base, name: "山田 花子" },
  });
  expect((await listInterviewees(lead)).map((row) => row.name)).toEqual(["山田 花子", ""]);
  expect((await listInterviewees(coder)).map((row) => row.name)).toEqual([null, null]);
  const history = JSON.stringify(
    (await prisma().historyEvent.findMany({ where: { studyId } })).map((event) => [
      event.before,
      event.after,
    ]),
  );
  expect(history).toContain(intervieweeId);
  expect(history).not.toMatch(/Secret|山田/);
});

test("somebody who speaks in a transcript stays; somebody who does not goes", async () => {
  const { intervieweeId, spareIntervieweeId } = fixture.a;
  await expect(people.deleteInterviewee(lead, { eventId: eventId(), intervieweeId })).rejects.toMatchObject({
    code: "conflict",
    body: { detail: "interviewee_in_use", values: { count: 1 } },
  });
  await people.deleteInterviewee(lead, { eventId: eventId(), intervieweeId: spareIntervieweeId });
  expect((await listInterviewees(lead)).map((row) => row.number)).toEqual([1]);
});

test("many people are added at once, with sectors and interviews, or none of them", async () => {
  const { studyId } = fixture.a;
  const row = (number: number, sector: string, date: string | null) => ({
    id: randomUUID(),
    number,
    sectorId: randomUUID(),
    sector,
    position: "",
    interview: date === null ? null : { id: randomUUID(), date, minutes: 60 },
  });
  const taken = people.addPeople(lead, {
    eventId: eventId(),
    studyId,
    rows: [row(7, "Neu", null), row(1, "Neu", null)],
  });
  await expect(taken).rejects.toMatchObject({
    code: "conflict",
    body: { fields: { number: "taken" }, values: { number: 1 } },
  });
  expect((await listSectors(lead)).map((sector) => sector.name)).toEqual(["NGO", "官庁"]);

  await people.addPeople(lead, {
    eventId: eventId(),
    studyId,
    rows: [row(7, "Neu", "2014-01-31"), row(8, "Neu", null), row(9, "NGO", null)],
  });
  expect(await listSectors(lead)).toMatchObject([
    { name: "NGO", interviewees: 3 },
    { name: "官庁", interviewees: 0 },
    { name: "Neu", interviewees: 2 },
  ]);
  expect((await listInterviews(lead)).find((interview) => interview.date === "2014-01-31")).toMatchObject({
    minutes: 60,
  });
});

test("an interview has one or several interviewees of its own study, and keeps its day in every time zone", async () => {
  const { studyId, intervieweeId, spareIntervieweeId } = fixture.a;
  const id = randomUUID();
  const fields = {
    date: "2014-01-31",
    minutes: 75,
    interviewers: ["A", "Ｂ"],
    mode: "対面",
    place: "",
    intervieweeIds: [intervieweeId],
  };
  await people.addInterview(lead, { eventId: eventId(), studyId, id, ...fields });
  const wanted = { ...fields, intervieweeIds: [intervieweeId, spareIntervieweeId], interviewers: [] };
  await people.editInterview(lead, { eventId: eventId(), interviewId: id, base: fields, wanted });
  const interview = (await listInterviews(lead)).find((row) => row.id === id);
  expect(interview).toMatchObject({ date: "2014-01-31", minutes: 75, interviewers: [], mode: "対面" });
  expect(new Set(interview?.intervieweeIds)).toEqual(new Set([intervieweeId, spareIntervieweeId]));
  const foreign = people.addInterview(lead, {
    eventId: eventId(),
    studyId,
    id: randomUUID(),
    ...fields,
    intervieweeIds: [fixture.b.intervieweeId],
  });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  const used = people.deleteInterview(lead, { eventId: eventId(), interviewId: fixture.a.interviewId });
  await expect(used).rejects.toMatchObject({ code: "conflict", body: { detail: "interview_in_use" } });
});

test("what cannot be stored or shown is refused with its field", () => {
  const sector = (name: string) =>
    AddSector.safeParse({ eventId: eventId(), studyId: fixture.a.studyId, id: eventId(), name });
  expect(sector("x".repeat(10_000)).error?.issues[0]).toMatchObject({ path: ["name"], message: "too_long" });
  expect(sector(" \u3000 ").error?.issues[0]?.message).toBe("required");
  expect(sector("a\u0000b").error?.issues[0]?.message).toBe("control_characters");
  expect(sector("half \ud83d").error?.issues[0]?.message).toBe("control_characters");
  expect(sector("قطاع الحكومة e\u0301").success).toBe(true);
  const number = AddInterviewee.shape.number;
  expect(
    ["0", "1.5", "x", "", "100001"].map((text) => number.safeParse(text).error?.issues[0]?.message),
  ).toEqual(["too_small", "not_a_number", "not_a_number", "too_small", "too_big"]);
  expect(number.parse("12")).toBe(12);
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { SearchAsked } from "@/lib/schemas/search";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import * as revisions from "@/lib/server/revisions/actions";
import * as actions from "@/lib/server/search/actions";
import { savedSearches, searchPage } from "@/lib/server/search/data";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

let a: StudyFixture;
beforeEach(async () => {
  ({ a } = await buildFixture());
  asking.as = a.members.coder;
});

const eventId = () => randomUUID();
const saved = async () => savedSearches(await offlineScope(a.members.lead.userId, a.studyId));

describe("a search that is kept", () => {
  const search = () => ({
    studyId: a.studyId,
    id: randomUUID(),
    name: "安全 OR safety",
    query: '安全 OR "human security"',
    filter: { sectors: [a.sectorId], speakers: "interviewee" as const },
  });

  it("is there for all who search, as it was made, and once however often it is sent", async () => {
    const wanted = search();
    const id = eventId();
    for (let sending = 0; sending < 2; sending += 1)
      expect(await actions.saveSearch({ eventId: id, ...wanted })).toMatchObject({ ok: true });
    const { studyId: _, ...rest } = wanted;
    expect(await saved()).toEqual([
      { id: a.searchId, name: "Fears", query: "fear OR 恐怖", filter: {}, createdBy: "coder" },
      { ...rest, createdBy: "coder" },
    ]);
  });

  it("has a name of its own, whatever the case, and is a query", async () => {
    const twin = await actions.saveSearch({ eventId: eventId(), ...search(), name: "fEARS" });
    expect(twin).toMatchObject({ ok: false, error: { code: "conflict", fields: { name: "taken" } } });
    const none = await actions.saveSearch({ eventId: eventId(), ...search(), query: "/(/" });
    expect(none).toMatchObject({ ok: false, error: { code: "invalid" } });
    const clash = prisma().savedSearch.create({
      data: {
        id: randomUUID(),
        studyId: a.studyId,
        name: "FEARS",
        query: "x",
        filter: {},
        createdById: a.members.lead.userId,
      },
    });
    await expect(clash).rejects.toMatchObject({ code: "P2002" });
  });

  it("is renamed from the name that the person saw", async () => {
    const rename = (base: string, name: string) =>
      actions.renameSearch({ eventId: eventId(), searchId: a.searchId, base, name });
    expect(await rename("Fears", "恐怖")).toMatchObject({ ok: true, value: { name: "恐怖" } });
    expect(await rename("Fears", "Dread")).toMatchObject({ ok: false, error: { code: "conflict" } });
  });

  it("is deleted, and can be kept anew under its id", async () => {
    expect(await actions.deleteSearch({ eventId: eventId(), searchId: a.searchId })).toMatchObject({
      ok: true,
    });
    expect(await saved()).toEqual([]);
    const again = { studyId: a.studyId, id: a.searchId, name: "Fears", query: "fear OR 恐怖", filter: {} };
    expect(await actions.saveSearch({ eventId: eventId(), ...again })).toMatchObject({ ok: true });
    const events = await prisma().historyEvent.findMany({
      where: { studyId: a.studyId },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["search.delete", "search.save"]);
  });
});

it("words behind a pseudonym are found by nobody, and nothing of them is left in the index", async () => {
  const found = async (q: string) => {
    const scope = await offlineScope(a.members.lead.userId, a.studyId);
    const { make } = await searchPage(scope, { ...SearchAsked.parse({ studyId: a.studyId, q }), limit: 60 });
    return (await make()).hits.map(({ quote }) => quote);
  };
  expect(await found("freedom")).toEqual(["Freedom"]);
  asking.as = a.members.lead;
  const start = a.text.indexOf("Freedom");
  const hidden = await revisions.redactWords({
    eventId: eventId(),
    transcriptId: a.transcriptId,
    words: "Freedom",
    pseudonym: "［ある人］",
    labels: true,
    places: [{ transcriptId: a.transcriptId, versionId: a.versionId, ranges: [[start, start + 7]] }],
  });
  expect(hidden).toMatchObject({ ok: true });
  expect([await found("freedom"), await found("*reedo*"), await found("ある人")]).toEqual([
    [],
    [],
    ["ある人"],
  ]);
  expect(await prisma().searchText.count({ where: { folded: { contains: "freedom" } } })).toBe(0);
});

import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AttributeKind } from "@/lib/domain/people";
import type { Columns, ComparePayload, PeopleChoice } from "@/lib/schemas/compare";
import { comparison, filterChoices } from "@/lib/server/compare/data";
import { prisma } from "@/lib/server/db";
import { truncateAll } from "@/tests/support/database";
import { lettingOut } from "./compare-support/letting-out";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
let country: string;
let years: string;

/** What is known of numbers 1 to 5, in that order. */
async function attribute(
  name: string,
  kind: AttributeKind,
  values: readonly string[],
  choices: string[] = [],
): Promise<string> {
  const id = randomUUID();
  const { studyId } = study;
  await prisma().attribute.create({ data: { id, studyId, name, kind, choices, position: 0 } });
  for (const [at, value] of values.entries())
    if (value)
      await prisma().attributeValue.create({
        data: { attributeId: id, studyId, intervieweeId: study.people[at + 1] ?? "", value },
      });
  return id;
}

beforeEach(async () => {
  study = await SmallStudy.make();
  country = await attribute("Country", "choice", ["日本", "Korea", "日本", "", "日本"], ["Korea", "日本"]);
  years = await attribute("Years, in office", "number", ["3", "12.5", "", "3", "40"]);
  const talk = await study.addTalk([
    { who: 1, text: "we hope so" },
    { who: 2, text: "we hope too" },
    { who: 3, text: "floods are near" },
    { who: 4, text: "we hope not" },
    { who: 5, text: "nothing of the kind" },
  ]);
  await study.code(talk, "hope so", ["Hope"]);
  await study.code(talk, "hope too", ["Hope"], { permission: "sector" });
  await study.code(talk, "floods", ["Risk > Flood"]);
  await study.code(talk, "hope not", ["Hope"]);
});
afterEach(truncateAll);

const { shown, records } = lettingOut(() => study);

async function count(
  choice: PeopleChoice,
  columns: Columns = "attribute",
  who: keyof SmallStudy["scopes"] = "lead",
): Promise<ComparePayload> {
  return (await (await comparison(study.scopes[who], columns, {}, choice)).counted()).payload;
}

/** By column: n of N, and the numbers. */
function row(payload: ComparePayload, path: string) {
  const code = payload.codes.find(({ id }) => id === study.codes[path]);
  const keys = [...payload.columns.map(({ key }) => key), "all"];
  return Object.fromEntries(
    keys.map((key, at) => {
      const [n, of, numbers] = code?.own[at] ?? [];
      return [key, `${n}/${of} ${numbers}`];
    }),
  );
}

describe("columns of an attribute", () => {
  test("are its groups in order, and those of whom nothing is known; everybody is in exactly one", async () => {
    const payload = await count({ by: country });
    expect(payload.columns.map(({ label, small, totals }) => [label, totals.people, small])).toEqual([
      ["Korea", 1, true],
      ["日本", 3, true],
      ["", 1, true],
    ]);
    expect(row(payload, "Hope")).toEqual({
      // Whose number may not be cited is counted, and not named.
      "=Korea": "1/1 ",
      "=%E6%97%A5%E6%9C%AC": "1/3 1",
      none: "1/1 4",
      all: "3/5 1,4",
    });
    expect((await count({ by: years })).columns.map(({ label }) => label)).toEqual(["3", "12.5", "40", ""]);
  });

  test("change with what is known of people, and so does the tag", async () => {
    const tag = async () => (await comparison(study.scopes.lead, "attribute", {}, { by: country })).tag;
    const before = await tag();
    await prisma().attributeValue.updateMany({
      where: { attributeId: country, intervieweeId: study.people[1] },
      data: { value: "Korea" },
    });
    expect(await tag()).not.toBe(before);
    expect(row(await count({ by: country }), "Hope")).toMatchObject({ "=Korea": "2/2 1" });
  });

  test("and a choice of people restrict who is compared, in any columns", async () => {
    const japan = `${country}.=${encodeURIComponent("日本")}`;
    const bySector = await count({ attributes: [japan] }, "sector");
    expect(bySector.columns.map(({ label, totals }) => [label, totals.people])).toEqual([
      ["NGO", 1],
      ["University", 1],
      ["官庁", 1],
    ]);
    expect(row(bySector, "Hope")).toMatchObject({ all: "1/3 1" });
    // Of one attribute any, of several all.
    const korea = `${country}.=Korea`;
    expect(row(await count({ attributes: [japan, korea] }, "sector"), "Hope")).toMatchObject({
      all: "2/4 1",
    });
    const short = await count({ by: country, attributes: [japan, `${years}.=3`, `${years}.none`] });
    expect(row(short, "Hope")).toEqual({ "=%E6%97%A5%E6%9C%AC": "1/2 1", all: "1/2 1" });
    expect(row(await count({ attributes: [`${years}.3..41`] }, "cluster"), "Hope")).toMatchObject({
      all: "3/4 1,4",
    });
  });

  test("are of this study alone, and for those who may see people", async () => {
    await expect(count({ by: country }, "attribute", "viewer")).rejects.toMatchObject({ code: "forbidden" });
    await expect(count({ attributes: [`${country}.none`] }, "sector", "viewer")).rejects.toMatchObject({
      code: "forbidden",
    });
    const other = await SmallStudy.make("Other");
    await expect(comparison(other.scopes.lead, "attribute", {}, { by: country })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("what can be chosen", () => {
  test("are the groups of each attribute with how many people, and none of it for a viewer", async () => {
    const { attributes } = await filterChoices(study.scopes.coder);
    expect(attributes).toEqual([
      {
        id: country,
        name: "Country",
        groups: [
          { key: "=Korea", label: "Korea", people: 1 },
          { key: "=%E6%97%A5%E6%9C%AC", label: "日本", people: 3 },
          { key: "none", label: "", people: 1 },
        ],
      },
      {
        id: years,
        name: "Years, in office",
        groups: [
          { key: "=3", label: "3", people: 2 },
          { key: "=12.5", label: "12.5", people: 1 },
          { key: "=40", label: "40", people: 1 },
          { key: "none", label: "", people: 1 },
        ],
      },
    ]);
    expect((await filterChoices(study.scopes.viewer)).attributes).toEqual([]);
  });

  test("are not the files of people, nor texts of which nearly everybody has another", async () => {
    await attribute("File name", "text", ["a.txt", "b.txt"]);
    const { studyId } = study;
    const notes = await attribute("Notes", "text", []);
    const sectorId = study.sectors.NGO ?? "";
    for (let number = 100; number <= 150; number += 1) {
      const id = randomUUID();
      await prisma().interviewee.create({ data: { id, studyId, sectorId, number } });
      await prisma().attributeValue.create({
        data: { attributeId: notes, studyId, intervieweeId: id, value: `note ${number}` },
      });
    }
    const { attributes } = await filterChoices(study.scopes.lead);
    expect(attributes.map(({ name, groups }) => [name, groups !== null])).toEqual([
      ["Country", true],
      ["Notes", false],
      ["Years, in office", true],
    ]);
  });
});

describe("the excerpts of a group", () => {
  const ofGroup = (key: string) => ({ attributes: `${country}.${key}` });
  const japan = () => ofGroup(`=${encodeURIComponent("日本")}`);

  test("are those of its people, on the screen and in the file", async () => {
    expect((await shown("coder", japan())).map(({ quote }) => quote)).toEqual(["hope so", "floods"]);
    expect((await records("coder", japan())).map(({ quote }) => quote)).toEqual(["hope so", "floods"]);
    expect((await shown("lead", ofGroup("none"))).map(({ quote }) => quote)).toEqual(["hope not"]);
  });

  test("are without what may not be cited by number: it would tell more than the sector", async () => {
    expect(await shown("lead", ofGroup("=Korea"))).toEqual([]);
    expect(await records("lead", ofGroup("=Korea"))).toEqual([]);
    expect((await shown("lead", { sector: study.sectors.NGO ?? "" })).map(({ quote }) => quote)).toEqual([
      "hope so",
      "hope too",
    ]);
  });

  test("are not for those who may not see people", async () => {
    await expect(shown("viewer", japan())).rejects.toMatchObject({ code: "forbidden" });
    await expect(records("viewer", japan())).rejects.toMatchObject({ code: "forbidden" });
  });
});

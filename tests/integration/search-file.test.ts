import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SearchAsked } from "@/lib/schemas/search";
import { prisma } from "@/lib/server/db";
import { type SEARCH_COLUMNS, searchCsv } from "@/lib/server/search/data";
import { truncateAll } from "@/tests/support/database";
import { correct } from "./compare-support/correcting";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make("調査, “A”");
});
afterEach(truncateAll);

type Filter = Record<string, string>;

async function text(q: string, filter: Filter = {}): Promise<string> {
  const asked = SearchAsked.parse({ q, studyId: study.studyId, ...filter });
  let csv = "";
  for await (const piece of await searchCsv(study.scopes.coder, asked)) csv += piece;
  return csv;
}

const records = async (q: string, filter?: Filter) =>
  parse(await text(q, filter), { bom: true, columns: true, recordDelimiter: "\r\n" }) as Record<
    (typeof SEARCH_COLUMNS)[number],
    string
  >[];

const permit = (number: number, permission: "sector" | "paraphrase" | "withheld" | "named") =>
  prisma().interviewee.update({ where: { id: study.people[number] ?? "" }, data: { permission } });

test("the file has each place in its context, under the columns of the excerpts", async () => {
  await study.addTalk([
    { who: "A", text: "Peace, you say?", question: "i.1" },
    { who: 2, text: "We had “peace”, then\nfear, then peace.", question: "i.1" },
  ]);
  const csv = await text("peace");
  expect(csv.startsWith("\ufeffstudy,interviewee number,sector,position,date,transcript,language,")).toBe(
    true,
  );
  const rows = await records("peace");
  expect(rows.map(({ speaker, before, quote, after }) => [speaker, before, quote, after])).toEqual([
    ["Interviewer", "", "Peace", ", you say?"],
    ["Interviewee 2", "We had “", "peace", "”, then fear, then peace."],
    ["Interviewee 2", "We had “peace”, then fear, then ", "peace", "."],
  ]);
  expect(rows[1]).toMatchObject({
    ...{
      study: "調査, “A”",
      "interviewee number": "2",
      language: "en",
      question: "i.1",
      permission: "number",
    },
    ...{ cluster: "i", time: expect.stringMatching(/^00:/), start: expect.stringMatching(/^\d+$/) },
  });
});

test("it holds nothing that a spreadsheet takes for a formula", async () => {
  await study.addTalk([{ who: 1, text: "=HYPERLINK(1) peace" }]);
  const [row] = await records("peace");
  expect(row?.before).toBe("'=HYPERLINK(1) ");
});

describe("what may not be cited", () => {
  test("by number comes last, without what would tell whose it is", async () => {
    await permit(1, "sector");
    const apart = await study.addTalk([{ who: 1, text: "one peace" }]);
    await study.addTalk([{ who: 2, text: "two peace" }]);
    const rows = await records("peace");
    expect(rows.map((row) => row["interviewee number"])).toEqual(["2", ""]);
    expect(rows[1]).toMatchObject({
      ...{ transcript: "", date: "", position: "", speaker: "", start: "", end: "", time: "" },
      ...{ before: "one ", quote: "peace", permission: "sector", sector: expect.stringMatching(/\w/) },
    });
    // Who is asked for by name or number would be known by it.
    expect(await records("peace", { interviewees: study.people[1] ?? "" })).toEqual([]);
    expect(await records("peace", { transcripts: apart.transcriptId })).toEqual([]);
  });

  test.each(["paraphrase", "withheld"] as const)(
    "at all (%s) is counted without its words",
    async (permission) => {
      await permit(1, permission);
      await study.addTalk([
        { who: "A", text: "Is it peace?" },
        { who: 1, text: "our peace" },
      ]);
      const rows = await records("peace");
      expect(rows.map(({ quote, before, after }) => quote + before + after)).toEqual(["", ""]);
      expect(rows.map((row) => row.sector === "")).toEqual(
        permission === "withheld" ? [true, true] : [false, false],
      );
    },
  );

  test("by a coder's word is left out of the quotation, and of what stands around others", async () => {
    const talk = await study.addTalk([{ who: 2, text: "A secret of peace. And peace to all." }]);
    await study.code(talk, "secret of peace", ["Hope"], { permission: "withheld" });
    const rows = await records("peace");
    expect(rows.map(({ permission, before, quote, after }) => [permission, before + quote + after])).toEqual([
      ["number", "peace"],
      ["withheld", ""],
    ]);
  });

  test("by a coder's word, and comes after a place, does not stand around it", async () => {
    const talk = await study.addTalk([{ who: 2, text: "Peace to all. And a secret." }]);
    await study.code(talk, "a secret", ["Hope"], { permission: "withheld" });
    expect((await records("peace")).map(({ before, quote, after }) => before + quote + after)).toEqual([
      "Peace",
    ]);
  });

  test("and waits to be placed after a correction holds for the whole text", async () => {
    const talk = await study.addTalk([{ who: 2, text: "A secret of peace." }]);
    await study.code(talk, "secret of", ["Hope"], { permission: "withheld" });
    await correct(study, talk, [{ who: 2, text: "All is new, and peace." }]);
    expect((await records("peace")).map(({ permission, quote }) => [permission, quote])).toEqual([
      ["withheld", ""],
    ]);
  });
});

test("what is no query is refused before anything is written", async () => {
  await expect(text("/(/")).rejects.toMatchObject({ code: "invalid" });
});

test("it waits for texts that are still being made ready: it would be without them", async () => {
  const talk = await study.addTalk([{ who: 1, text: "our peace" }]);
  await prisma().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "TranscriptVersion" WHERE "id" = ${talk.versionId}::uuid FOR UPDATE`;
    await expect(text("peace")).rejects.toMatchObject({ code: "unavailable" });
  });
  expect(await records("peace")).toHaveLength(1);
});

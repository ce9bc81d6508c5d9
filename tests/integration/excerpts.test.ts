import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Excerpt, ExcerptFilter } from "@/lib/schemas/excerpts";
import { pool, prisma } from "@/lib/server/db";
import { excerptPage } from "@/lib/server/excerpts/data";
import { excerptFrame, wantedOf } from "@/lib/server/excerpts/data/frame";
import { walk } from "@/lib/server/excerpts/data/walk";
import { truncateAll } from "@/tests/support/database";
import { lettingOut } from "./compare-support/letting-out";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make("調査, “A”");
});
afterEach(truncateAll);

const { shown, records } = lettingOut(() => study);

describe("the list", () => {
  test("says everything of an excerpt that may be cited by number", async () => {
    const talk = await study.addTalk(
      [
        { who: "A", text: "What do you hope for?" },
        { who: 3, text: "We hope, e\u0301galement 🍊, for peace.", question: "ii.2" },
      ],
      { date: "2026-04-30" },
    );
    const said = { stance: "personal", certainty: "unsure", memo: "Said twice" } as const;
    const quote = "hope, e\u0301galement 🍊";
    const segmentId = await study.code(talk, quote, ["Hope"], said);
    const [row, ...more] = await shown();
    expect(more).toEqual([]);
    expect(row).toEqual({
      place: expect.any(String),
      numbers: [3],
      sectors: ["University"],
      positions: ["Position 3"],
      date: "2026-04-30",
      link: { transcriptId: talk.transcriptId, segmentId },
      transcript: `Talk ${talk.transcriptId}`,
      language: "en",
      cluster: "ii",
      question: "ii.2",
      speaker: null,
      atMs: 61_000,
      start: talk.text.indexOf(quote),
      end: talk.text.indexOf(quote) + quote.length,
      quote,
      quotable: true,
      codePath: "Hope",
      hue: 0,
      coder: "First coder",
      ...said,
      permission: "number",
      other: null,
    });
  });

  test("holds what the filter asks for: code with those below, sector, interviewee, cluster, coder, stance, certainty, language", async () => {
    const english = await study.addTalk([
      { who: 1, text: "floods and war", question: "i.1" },
      { who: 3, text: "hope and floods", question: "ii.1" },
    ]);
    const japanese = await study.addTalk([{ who: 5, text: "洪水が怖い" }], { language: "ja" });
    const sure = { stance: "organisation", certainty: "certain" } as const;
    await study.code(english, "floods and war", ["Risk > Flood", "Risk > War"], sure);
    await study.code(english, "hope", ["Hope"], { by: "second" });
    await study.code(japanese, "洪水", ["Risk > Flood"]);
    const found = async (filter: Record<string, string>) =>
      (await shown("lead", filter)).map(({ quote, codePath }) => `${quote} | ${codePath}`);
    const id = (record: Record<string | number, string>, key: string | number) => record[key] ?? "";
    const both = ["floods and war | Risk > Flood", "floods and war | Risk > War"];
    const flood = "洪水 | Risk > Flood";

    expect((await found({ code: id(study.codes, "Risk") })).sort()).toEqual([...both, flood]);
    expect(await found({ code: id(study.codes, "Risk"), below: "only" })).toEqual([]);
    expect(await found({ sector: id(study.sectors, "University") })).toEqual(["hope | Hope"]);
    expect((await found({ interviewees: id(study.people, 1) })).sort()).toEqual(both);
    expect(await found({ clusters: id(study.clusters, "ii") })).toEqual(["hope | Hope"]);
    expect(await found({ coders: study.scopes.second.userId })).toEqual(["hope | Hope"]);
    expect((await found({ stances: "organisation" })).sort()).toEqual(both);
    expect((await found({ certainties: "certain,unsure" })).sort()).toEqual(both);
    expect((await found({ certainties: "unsaid" })).sort()).toEqual(["hope | Hope", flood]);
    expect(await found({ language: "ja" })).toEqual([flood]);
  });

  test("leaves out what is not live, and what an interviewer alone says", async () => {
    const talk = await study.addTalk([
      { who: "A", text: "do you hope" },
      { who: 1, text: "we do, we fear" },
    ]);
    await study.code(talk, "do you hope", ["Hope"]);
    const segmentId = await study.code(talk, "we fear", ["Risk"]);
    expect((await shown()).map(({ quote }) => quote)).toEqual(["we fear"]);
    await study.do(talk, "coder", { kind: "remove", segmentId });
    expect(await shown()).toEqual([]);
  });

  test("goes on page by page without losing or repeating any, in the order of numbers and text", async () => {
    for (const who of [4, 2, 1]) {
      const words = Array.from({ length: 9 }, (_, at) => `word${who}x${at}`);
      const talk = await study.addTalk([{ who, text: words.join(" ") }]);
      for (const [at, word] of words.entries())
        await study.code(talk, word, ["Hope"], at % 4 === 3 ? { permission: "sector" } : {});
    }
    const whole = await shown();
    expect(whole).toHaveLength(27);
    expect(whole.slice(0, 21).map(({ numbers }) => numbers?.[0])).toEqual(
      [1, 2, 4].flatMap((n) => Array(7).fill(n)),
    );
    expect(whole.slice(21).every(({ numbers }) => numbers === null)).toBe(true);
    const paged: Excerpt[] = [];
    let after: string | undefined;
    do {
      const page = await excerptPage(study.scopes.lead, ExcerptFilter.parse({}), { after, limit: 2 });
      paged.push(...page.rows);
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(whole);
  });

  test("ends a page that is exactly full without leading to an empty one, in both orders", async () => {
    const talk = await study.addTalk([{ who: 1, text: "one two three four five six" }]);
    for (const word of ["one", "two", "three"]) await study.code(talk, word, ["Hope"]);
    for (const word of ["four", "five", "six"])
      await study.code(talk, word, ["Hope"], { permission: "sector" });
    const page = (limit: number, after?: string) =>
      excerptPage(study.scopes.lead, ExcerptFilter.parse({}), { after, limit });

    const numbered = await page(3);
    expect(numbered.rows.map(({ quote }) => quote)).toEqual(["one", "two", "three"]);
    // Those that stand apart are still to come, though the page is full with what was read first.
    const apart = await page(3, numbered.next ?? "");
    expect(apart.rows.map(({ quote }) => quote).sort()).toEqual(["five", "four", "six"]);
    expect(apart.next).toBeNull();
    expect((await page(6)).next).toBeNull();
  });

  test("goes on where a chunk that was read is exactly full, and asks no more than once where it is not", async () => {
    const talk = await study.addTalk([{ who: 1, text: "one two three four five six" }]);
    // A page of one reads three rows at once: three and then three of those that stand apart.
    const words = ["one", "two", "three", "four", "five", "six"];
    for (const word of words) await study.code(talk, word, ["Hope"], { permission: "sector" });
    const frame = await excerptFrame(study.scopes.lead);
    const chunks = async (size: number) => {
      const sizes: number[] = [];
      for await (const chunk of walk(pool(), frame, wantedOf(frame, ExcerptFilter.parse({})), null, size))
        sizes.push(chunk.length);
      return sizes.slice(sizes.findIndex((length) => length > 0));
    };
    expect(await chunks(3)).toEqual([3, 3, 0]);
    expect(await chunks(4)).toEqual([4, 2]);
    expect(await chunks(7)).toEqual([6]);
  });

  test("shows the aligned turn of the other language to those who read transcripts", async () => {
    const pairId = randomUUID();
    const english = await study.addTalk([{ who: 5, text: "We fear floods.", align: 7 }], { pairId });
    await study.addTalk([{ who: 5, text: "洪水が怖いです。", align: 7 }], { pairId, language: "ja" });
    await study.code(english, "fear floods", ["Risk"]);
    expect((await shown("coder"))[0]?.other).toEqual({ language: "ja", text: "洪水が怖いです。" });
    expect((await shown("viewer"))[0]?.other).toBeNull();
  });
});

describe("permissions", () => {
  const steps = ["named", "number", "sector", "paraphrase", "withheld"] as const;

  beforeEach(async () => {
    const talk = await study.addTalk([{ who: 1, text: steps.map((step) => `words ${step}`).join(", ") }], {
      date: "2026-04-30",
    });
    await prisma().interviewee.update({
      where: { id: study.people[1] ?? "" },
      data: { permission: "named" },
    });
    for (const step of steps)
      await study.code(talk, `words ${step}`, ["Hope"], { permission: step, memo: `about ${step}` });
  });

  const told = ({ quote, numbers, sectors, positions, date, transcript, atMs, start, speaker }: Excerpt) => ({
    quote,
    number: numbers?.[0] ?? null,
    sector: sectors?.[0] ?? null,
    tells: [positions, date, transcript, atMs, start].every((each) => each !== null),
    hides: [numbers, positions, date, transcript, atMs, start, speaker].every((each) => each === null),
    speaker,
  });
  const byStep = (rows: Excerpt[]) => Object.fromEntries(rows.map((row) => [row.permission, told(row)]));

  test.each(["owner", "lead", "coder", "viewer"] as const)(
    "let out on the screen of %s what they allow",
    async (who) => {
      const leads = who === "owner" || who === "lead";
      const rows = await shown(who);
      expect(byStep(rows)).toEqual({
        named: {
          quote: "words named",
          number: 1,
          sector: "NGO",
          tells: true,
          hides: false,
          speaker: "Label 1",
        },
        number: { quote: "words number", number: 1, sector: "NGO", tells: true, hides: false, speaker: null },
        sector: {
          quote: "words sector",
          number: null,
          sector: "NGO",
          tells: false,
          hides: true,
          speaker: null,
        },
        paraphrase: {
          quote: leads ? "words paraphrase" : null,
          number: null,
          sector: "NGO",
          tells: false,
          hides: true,
          speaker: null,
        },
        withheld: {
          quote: leads ? "words withheld" : null,
          number: null,
          sector: null,
          tells: false,
          hides: true,
          speaker: null,
        },
      });
      for (const { link, memo, numbers } of rows)
        expect([link !== null, memo !== ""]).toEqual(Array(2).fill(who !== "viewer" && numbers !== null));
      expect(
        rows
          .filter(({ quotable }) => !quotable)
          .map(({ permission }) => permission)
          .sort(),
      ).toEqual(["paraphrase", "withheld"]);
    },
  );

  test.each(["owner", "lead", "coder", "viewer"] as const)("hold in the file of %s alike", async (who) => {
    const rows = await records(who);
    expect(
      rows.map((row) => [row.permission, row["interviewee number"], row.sector, row.quote, row.memo]).sort(),
    ).toEqual([
      ["named", "1", "NGO", "words named", who === "viewer" ? "" : "about named"],
      ["number", "1", "NGO", "words number", who === "viewer" ? "" : "about number"],
      ["paraphrase", "", "NGO", "", ""],
      ["sector", "", "NGO", "words sector", ""],
      ["withheld", "", "", "", ""],
    ]);
    for (const row of rows.filter((each) => each["interviewee number"] === ""))
      expect([row.position, row.date, row.transcript, row.speaker, row.time, row.start, row.end]).toEqual(
        Array(7).fill(""),
      );
  });

  test("of the interviewee and of the segment: the stricter applies", async () => {
    await prisma().interviewee.update({
      where: { id: study.people[1] ?? "" },
      data: { permission: "paraphrase" },
    });
    const rows = await shown("coder");
    expect(rows.map(({ permission }) => permission).sort()).toEqual([
      ...Array(4).fill("paraphrase"),
      "withheld",
    ]);
    expect(rows.every(({ quote, numbers }) => quote === null && numbers === null)).toBe(true);
  });

  test("of all who speak in an excerpt apply; somebody not known permits nothing", async () => {
    const talk = await study.addTalk([
      { who: 3, text: "so we hope" },
      { who: 4, text: "so do we" },
      { who: "?", text: "and me" },
    ]);
    await prisma().interviewee.update({
      where: { id: study.people[4] ?? "" },
      data: { permission: "sector" },
    });
    await study.code(talk, "hope\nso do", ["Risk"]);
    await study.code(talk, "we\nand me", ["Risk"]);
    const rows = await shown("viewer", { code: study.codes.Risk ?? "" });
    expect(rows.map(({ permission, quote }) => [permission, quote]).sort()).toEqual([
      ["sector", "hope\nso do"],
      ["withheld", null],
    ]);
  });

  test("keep what may not be tied to a number out of a list of single interviewees", async () => {
    const rows = await shown("lead", { interviewees: study.people[1] ?? "" });
    expect(rows.map(({ permission }) => permission)).toEqual(["named", "number"]);
    expect(await records("lead", { interviewees: study.people[1] ?? "" })).toHaveLength(2);
  });
});

import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findInText, parseQuery } from "@/lib/domain/search";
import { SearchAsked, type SearchCounts, type SearchPage } from "@/lib/schemas/search";
import { prisma } from "@/lib/server/db";
import { searchCounts, searchPage } from "@/lib/server/search/data";
import { foldText, StretchRows } from "@/lib/server/search/mutations";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy, type Talk } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make();
});
afterEach(truncateAll);

type Filter = Record<string, string>;

async function page(
  q: string,
  filter: Filter = {},
  more: { limit?: number; after?: string } = {},
): Promise<SearchPage> {
  const asked = SearchAsked.parse({ q, studyId: study.studyId, ...filter });
  const { make } = await searchPage(study.scopes.coder, { limit: 60, ...asked, ...more });
  return make();
}

async function counts(q: string, filter: Filter = {}): Promise<SearchCounts> {
  const asked = SearchAsked.parse({ q, studyId: study.studyId, ...filter });
  return (await searchCounts(study.scopes.coder, asked)).make();
}

const quotes = async (q: string, filter?: Filter) => (await page(q, filter)).hits.map(({ quote }) => quote);

function talk(): Promise<Talk> {
  return study.addTalk([
    { who: "A", text: "What is human security to you?", question: "i.1" },
    { who: 1, text: "Freedom from fear. Human  Security, 🍊 e\u0301galite\u0301!", question: "i.1" },
    { who: 3, text: "人間の安全保障とﾊﾟﾝ。安全とは？ Insecurity.", question: "ii.2" },
  ]);
}

describe("what is found", () => {
  beforeEach(talk);

  test.each([
    ["human security", ["human security", "Human Security"]],
    ["secur*", ["security", "Security"]],
    ["*security", ["security", "Security", "Insecurity"]],
    ["安全", ["安全", "安全"]],
    ["安", ["安", "安"]],
    ["安全保障", ["安全保障"]],
    ["パン", ["ﾊﾟﾝ"]],
    ["égalité", ["e\u0301galite\u0301"]],
    ["🍊", ["🍊"]],
    ["to", ["to"]],
    ["/f[a-z]+r/", ["fear"]],
    ["/(a+)+$/", []],
    ["/[.]/", [".", "."]],
    ["fear AND security", ["fear", "Security"]],
    ["security NOT fear", ["security"]],
    ["100%", []],
    ["_", []],
    ["nowhere", []],
  ])("%s finds %j", async (q, expected) => expect(await quotes(q)).toEqual(expected));

  test("a hit says where it is, who speaks, when and to which question, in its context", async () => {
    const { hits, transcripts, counts: known } = await page("fear");
    expect(transcripts).toEqual([
      expect.objectContaining({ title: expect.any(String), language: "en", numbers: [1, 3] }),
    ]);
    expect(hits).toEqual([
      {
        of: 0,
        start: 44,
        end: 48,
        before: "Freedom from ",
        quote: "fear",
        after: ". Human Security, 🍊 e\u0301galite\u0301!",
        around: [31, expect.any(Number)],
        speaker: "Label 1",
        role: "interviewee",
        number: 1,
        atMs: 61_000,
        question: "i.1",
      },
    ]);
    expect(known).toMatchObject({ hits: 1, transcripts: 1, interviewers: 0, next: null });
  });

  test.each([
    ["/(/", "query_pattern_syntax"],
    ["/(?=a)/", "query_pattern_unsupported"],
    ["*", "query_only_wildcards"],
  ])("%s is refused in words", async (q, detail) => {
    await expect(page(q)).rejects.toMatchObject({ code: "invalid", body: { detail } });
  });
});

test("the server finds in all texts what the browser finds in each", async () => {
  const talks = [await talk(), await talk()];
  for (const q of ["security", "安全", "s*", "human security OR 安", "/[a-z]{4,}/", "fear AND security"]) {
    const parsed = parseQuery(q);
    if (!parsed.ok) throw new Error(parsed.reason);
    const { hits } = await page(q);
    const turns = await prisma().turn.findMany({
      where: { versionId: talks[0]?.versionId ?? "" },
      orderBy: { start: "asc" },
    });
    const expected = findInText(talks[0]?.text ?? "", turns, parsed.query);
    for (const of of [0, 1])
      expect(hits.filter((hit) => hit.of === of).map(({ start, end }) => ({ start, end }))).toEqual(expected);
  }
});

describe("narrowed", () => {
  let made: Talk;
  beforeEach(async () => {
    made = await talk();
    await study.code(made, "Freedom from fear", ["Risk > Flood"]);
  });

  test("to speakers, interviewees, sectors, questions, transcripts, languages", async () => {
    const other = await study.addTalk([{ who: 5, text: "security 安全" }], { language: "ja" });
    const id = (record: Record<string | number, string>, key: string | number) => record[key] ?? "";
    expect(await quotes("*security", { speakers: "interviewer" })).toEqual(["security"]);
    expect(await quotes("*security", { speakers: "interviewee", interviewees: id(study.people, 1) })).toEqual(
      ["Security"],
    );
    // What interviewers say to somebody belongs to their interview.
    expect(await quotes("*security", { sectors: id(study.sectors, "University") })).toEqual([
      "security",
      "Insecurity",
    ]);
    expect(await quotes("安全", { clusters: id(study.clusters, "ii") })).toEqual(["安全", "安全"]);
    expect(await quotes("*security", { questions: id(study.questions, "i.1") })).toEqual([
      "security",
      "Security",
    ]);
    expect(await quotes("安全", { transcripts: other.transcriptId })).toEqual(["安全"]);
    expect(await quotes("security", { language: "ja" })).toEqual(["security"]);
  });

  test("to words within a code or one below it, or without", async () => {
    const code = study.codes.Risk ?? "";
    expect(await quotes("f*", { within: code })).toEqual(["Freedom", "from", "fear"]);
    expect(await quotes("human OR fear", { without: code })).toEqual(["human", "Human"]);
    expect(await quotes("f*", { within: study.codes.Hope ?? "" })).toEqual([]);
  });

  test("ids of other studies narrow to nothing", async () => {
    const other = await SmallStudy.make("Other");
    const theirs = await other.addTalk([{ who: 1, text: "fear" }]);
    expect(await quotes("fear", { transcripts: theirs.transcriptId })).toEqual([]);
    expect(await quotes("fear", { interviewees: other.people[1] ?? "" })).toEqual([]);
    expect(await quotes("fear", { within: other.codes.Risk ?? "" })).toEqual([]);
    expect(await quotes("fear", { clusters: other.clusters.i ?? "" })).toEqual([]);
  });
});

describe("pages", () => {
  beforeEach(async () => {
    for (const who of [4, 2, 1])
      await study.addTalk(
        Array.from({ length: 6 }, (_, at) => ({ who, text: `Peace number ${at} and peace.` })),
      );
  });

  test.each(["peace", "/p[e]ace/", "an"])(
    "of %s go on without losing or repeating any, in the order of numbers",
    async (q) => {
      const whole = await page(q);
      expect(whole.next).toBeNull();
      const paged: SearchPage["hits"] = [];
      let after: string | undefined;
      do {
        const next = await page(q, {}, { limit: 5, ...(after && { after }) });
        paged.push(...next.hits);
        after = next.next ?? undefined;
      } while (after);
      const places = (hits: SearchPage["hits"]) => hits.map(({ number, start }) => `${number} ${start}`);
      expect(places(paged)).toEqual(places(whole.hits));
      expect(whole.hits.map(({ number }) => number)).toEqual(whole.hits.map(({ number }) => number).sort());
    },
  );

  test("a stale or made-up place is refused", async () => {
    await expect(page("peace", {}, { after: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("counts say whose words they are, out of how many", async () => {
    await study.addTalk([
      { who: "A", text: "Peace?" },
      { who: "?", text: "peace" },
    ]);
    const { interviewees, searched, ...sums } = await counts("peace");
    expect(sums).toEqual({
      ...{ hits: 38, transcripts: 4, interviewers: 1, others: 1 },
      ...{ looked: { texts: 4, of: 4 }, next: null },
    });
    expect(interviewees).toEqual({
      [study.people[1] ?? ""]: 12,
      [study.people[2] ?? ""]: 12,
      [study.people[4] ?? ""]: 12,
    });
    expect(searched.map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(
      (await counts("peace", { interviewees: study.people[2] ?? "" })).searched.map(({ number }) => number),
    ).toEqual([2]);
  });
});

describe("texts", () => {
  test("of a version that another has replaced are found no more, and leave nothing behind", async () => {
    const made = await talk();
    expect(await quotes("fear")).toEqual(["fear"]);
    await prisma().transcriptVersion.update({ where: { id: made.versionId }, data: { current: false } });
    expect(await prisma().searchText.count()).toBe(0);
    const version = { transcriptId: made.transcriptId, number: 2, current: true, length: 5 };
    await prisma().transcriptVersion.create({
      data: {
        ...version,
        id: randomUUID(),
        paragraphs: { create: { ordinal: 0, start: 0, end: 5, text: "[A] x" } },
      },
    });
    expect([await quotes("fear"), await quotes("x")]).toEqual([[], ["x"]]);
  });

  test("are made ready once, however many ask at once", async () => {
    const made = await talk();
    const done = await Promise.all([
      foldText(made.versionId),
      foldText(made.versionId),
      foldText(made.versionId),
    ]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await prisma().searchText.count()).toBe(3);
  });

  test("of very many lines are made ready a few at a time, across what is read at once", async () => {
    const made = await study.addTalk([{ who: 1, text: "needle here" }]);
    const { versionId } = made;
    let at = 0;
    const rows = Array.from({ length: 4_500 }, (_, ordinal) => {
      const text = ordinal % 1_500 === 999 ? "needle\n" : `line ${ordinal}\n`;
      const start = at;
      at += text.length;
      return { versionId, ordinal, start, end: at, text };
    });
    // Said by one from the fifth line on, so that what is read at once ends within the turn.
    const turn = { ordinal: 0, start: 0, bodyStart: 0, end: rows[2_999]?.end ?? 0 };
    turn.start = turn.bodyStart = rows[4]?.start ?? 0;
    await prisma().$transaction([
      prisma().paragraph.deleteMany({ where: { versionId } }),
      prisma().turn.deleteMany({ where: { versionId } }),
      prisma().transcriptVersion.update({ where: { id: versionId }, data: { length: at } }),
      prisma().paragraph.createMany({ data: rows }),
      prisma().turn.create({ data: { versionId, ...turn } }),
    ]);
    const asked = vi.spyOn(Client.prototype, "query");
    await foldText(versionId);
    const answers = await Promise.all(asked.mock.results.map(({ value }) => value));
    asked.mockRestore();
    expect(Math.max(...answers.map((answer) => answer?.rowCount ?? 0))).toBeLessThanOrEqual(1_000);
    const whole = [...new StretchRows().next(rows, [turn], true)];
    const kept = await prisma().searchText.findMany({ omit: { versionId: true }, orderBy: { start: "asc" } });
    expect(kept).toEqual(whole);
  });

  test("of one very long line are searched in parts, and an expression never holds the server", async () => {
    const line = `${"a".repeat(100)} `.repeat(500);
    await study.addTalk([{ who: 1, text: `${line}needle ${line}` }]);
    expect(await quotes("needle")).toEqual(["needle"]);
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 5);
    const begun = performance.now();
    const before = process.cpuUsage();
    await page("/(a|aa|a+)+b|(a*)*c/");
    const took = performance.now() - begun;
    const { user, system } = process.cpuUsage(before);
    clearInterval(ticking);
    expect(took).toBeLessThan(10_000);
    // Waiting for a machine that is busy with something else holds nobody.
    if (Math.min(took, (user + system) / 1000) > 200) expect(turns).toBeGreaterThan(3);
  });
});

import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Filter } from "@/lib/domain/compare";
import { prisma } from "@/lib/server/db";
import { truncateAll } from "@/tests/support/database";
import { counting } from "./compare-support/counting";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;

beforeEach(async () => {
  study = await SmallStudy.make();
});
afterEach(truncateAll);

const { count, cell } = counting(() => study);

const flood = "the river took the houses";

describe("what a cell counts", () => {
  test("interviewees first, n of N, with their numbers; then segments and words", async () => {
    for (const number of [1, 2, 3]) {
      const talk = await study.addTalk([
        { who: "A", text: "What do you fear?" },
        { who: number, text: `I fear that ${flood} 🌊 again` },
      ]);
      await study.code(talk, flood, ["Risk > Flood"]);
    }
    const payload = await count();
    expect(cell(payload, "Risk > Flood", "NGO")).toEqual({
      n: 2,
      of: 2,
      numbers: [1, 2],
      segments: 2,
      words: 10,
      characters: 0,
      zero: null,
    });
    expect(cell(payload, "Risk > Flood", "University")).toMatchObject({
      n: 1,
      of: 2,
      numbers: [3],
      words: 5,
    });
    expect(cell(payload, "Risk > Flood", "all")).toMatchObject({
      n: 3,
      of: 5,
      numbers: [1, 2, 3],
      segments: 3,
    });
    expect(payload.columns.map(({ label, small }) => [label, small])).toEqual([
      ["NGO", true],
      ["University", true],
      ["官庁", true],
    ]);
    expect(payload.total.small).toBe(false);
  });

  test("unites overlapping segments of one code before words are counted", async () => {
    const talk = await study.addTalk([{ who: 1, text: "one two three four five six" }]);
    await study.code(talk, "one two three four", ["Hope"]);
    await study.code(talk, "three four five", ["Hope"], { by: "second" });
    expect(cell(await count(), "Hope", "NGO")).toMatchObject({ n: 1, segments: 2, words: 5 });
  });

  test("says how much is coded of speakers not yet known", async () => {
    const talk = await study.addTalk([
      { who: 1, text: "we hope" },
      { who: "?", text: "we all do" },
    ]);
    await study.code(talk, "hope", ["Hope"]);
    expect((await count()).unattributed).toBe(0);
    await study.code(talk, "all do", ["Hope", "Risk"]);
    const payload = await count();
    expect(payload.unattributed).toBe(1);
    expect(cell(payload, "Hope", "all")).toMatchObject({ n: 1, segments: 1 });
    expect((await count({ columns: "source" })).unattributed).toBe(0);
    expect((await count({ columns: "cluster" })).unattributed).toBe(1);
  });

  test("leaves interviewers' words out, and what lies wholly in them", async () => {
    const talk = await study.addTalk([
      { who: "A", text: "ask ask ask" },
      { who: 1, text: "answer answer" },
    ]);
    await study.code(talk, "ask ask", ["Hope"]);
    expect(cell(await count(), "Hope", "NGO")).toMatchObject({ n: 0, segments: 0, words: 0 });
    await study.code(talk, "ask\nanswer", ["Hope"]);
    expect(cell(await count(), "Hope", "NGO")).toMatchObject({ n: 1, segments: 1, words: 1 });
  });

  test("counts a parent with the codes below it, or alone, a segment of both once", async () => {
    const talk = await study.addTalk([{ who: 3, text: "flood and war and flood" }]);
    await study.code(talk, "flood and war", ["Risk > Flood", "Risk > War"]);
    const payload = await count();
    expect(cell(payload, "Risk", "University", "own")).toMatchObject({ n: 0, segments: 0 });
    expect(cell(payload, "Risk", "University", "tree")).toMatchObject({ n: 1, segments: 1, words: 3 });
  });

  test("counts both languages of a pair once, in words and characters of each", async () => {
    const pairId = randomUUID();
    const english = await study.addTalk([{ who: 5, text: "fear of floods", align: 0 }], { pairId });
    const japanese = await study.addTalk([{ who: 5, text: "洪水が怖い。", align: 0 }], {
      pairId,
      language: "ja",
    });
    await study.code(english, "fear of floods", ["Risk > Flood"]);
    await study.code(japanese, "洪水が怖い", ["Risk > Flood"]);
    await study.code(japanese, "怖い", ["Hope"]);
    const payload = await count();
    expect(cell(payload, "Risk > Flood", "官庁")).toMatchObject({
      n: 1,
      segments: 1,
      words: 3,
      characters: 0,
    });
    expect(cell(payload, "Hope", "官庁")).toMatchObject({ n: 1, segments: 1, words: 0, characters: 2 });
  });
});

describe("a zero says why", () => {
  test("asked, not raised; not asked; not yet coded", async () => {
    const first = await study.addTalk([{ who: 1, text: "we fear floods", question: "i.1" }]);
    const second = await study.addTalk([{ who: 3, text: "we hope so", question: "i.1" }]);
    await study.addTalk([{ who: 5, text: "nothing coded here", question: "i.1" }]);
    await study.code(first, "floods", ["Risk > Flood"]);
    await study.code(second, "hope", ["Hope"]);
    const all = await count();
    expect(cell(all, "Risk > Flood", "University").zero).toBe("asked_not_raised");
    expect(cell(all, "Risk > Flood", "官庁").zero).toBe("not_yet_coded");
    const other = await count({}, { clusterIds: [study.clusters.ii ?? ""] });
    expect(cell(other, "Risk > Flood", "University").zero).toBe("not_asked");
  });
});

describe("filters", () => {
  test("clip words to the cluster's passages, and count only the coder's, the stance's or the certainty's", async () => {
    const talk = await study.addTalk([
      { who: 1, text: "floods here", question: "i.1" },
      { who: 1, text: "floods there and there", question: "ii.1" },
    ]);
    await study.code(talk, "floods here\nfloods there", ["Hope"], {
      stance: "personal",
      certainty: "fairly",
    });
    await study.code(talk, "and there", ["Hope"], { by: "second" });
    const inCluster = (key: string) => count({}, { clusterIds: [study.clusters[key] ?? ""] });
    expect(cell(await inCluster("i"), "Hope", "NGO")).toMatchObject({ n: 1, segments: 1, words: 2 });
    expect(cell(await inCluster("ii"), "Hope", "NGO")).toMatchObject({ n: 1, segments: 2, words: 4 });
    const second = await count({}, { coderIds: [study.scopes.second.userId] });
    expect(cell(second, "Hope", "NGO")).toMatchObject({ segments: 1, words: 2 });
    expect(cell(await count({}, { stances: ["personal"] }), "Hope", "NGO")).toMatchObject({
      segments: 1,
      words: 4,
    });
    expect(cell(await count({}, { stances: ["organisation"] }), "Hope", "NGO")).toMatchObject({ n: 0 });
    const sure = (...certainties: NonNullable<Filter["certainties"]>) => count({}, { certainties });
    expect(cell(await sure("fairly"), "Hope", "NGO")).toMatchObject({ segments: 1, words: 4 });
    expect(cell(await sure("unsaid"), "Hope", "NGO")).toMatchObject({ segments: 1, words: 2 });
    expect(cell(await sure("certain", "unsure"), "Hope", "NGO")).toMatchObject({ n: 0 });
  });

  test("columns can be the guide's clusters", async () => {
    const talk = await study.addTalk([
      { who: 1, text: "floods", question: "i.1" },
      { who: 1, text: "hope", question: "ii.1" },
    ]);
    await study.code(talk, "hope", ["Hope"]);
    const payload = await count({ columns: "cluster" });
    expect(payload.columns.map(({ label }) => label)).toEqual(["i", "ii"]);
    expect(cell(payload, "Hope", "i")).toMatchObject({ n: 0, of: 5, zero: "not_asked" });
    expect(cell(payload, "Hope", "ii")).toMatchObject({ n: 1, of: 5, numbers: [1] });
    expect(cell(payload, "Hope", "all")).toMatchObject({ n: 1, of: 5 });
  });
});

test("an interviewee who raised a code only where the number may not be cited is counted and not named", async () => {
  const first = await study.addTalk([{ who: 1, text: "we hope so" }]);
  const second = await study.addTalk([{ who: 2, text: "we hope so too" }]);
  await study.code(first, "hope", ["Hope"], { permission: "sector" });
  await study.code(second, "hope", ["Hope"]);
  expect(cell(await count(), "Hope", "NGO")).toMatchObject({ n: 2, numbers: [2] });

  // Who reads transcripts sees the column of a person as it is; a viewer sees what may be cited by number.
  expect(cell(await count({ columns: "interviewee" }), "Hope", "1")).toMatchObject({ n: 1, numbers: [] });
  const viewed = await count({ columns: "interviewee", scope: study.scopes.viewer });
  expect(viewed.citableOnly).toBe(true);
  expect(cell(viewed, "Hope", "1")).toMatchObject({ n: 0, segments: 0 });
  expect(cell(viewed, "Hope", "2")).toMatchObject({ n: 1 });

  // The default of a person works like the segment's own, and takes effect at once.
  await prisma().interviewee.update({
    where: { id: study.people[2] ?? "" },
    data: { permission: "withheld" },
  });
  expect(cell(await count(), "Hope", "NGO")).toMatchObject({ n: 2, numbers: [] });
});

test("two studies have nothing to do with each other", async () => {
  const other = await SmallStudy.make("Other");
  const talk = await other.addTalk([{ who: 1, text: "we hope so" }]);
  await other.code(talk, "hope", ["Hope"]);
  const here = await count();
  expect(here.has).toEqual({ codings: false, interviewees: true, transcripts: false });
  expect(here.codes.every(({ own }) => own.every(([n]) => n === 0))).toBe(true);
  const there = await count({ scope: other.scopes.lead });
  expect(there.codes.some(({ own }) => own.some(([n]) => n === 1))).toBe(true);
});

test("a study that shares another's codebook counts its own talk with it", async () => {
  const sharing = await SmallStudy.make("Sharing");
  await prisma().study.update({
    where: { id: sharing.studyId },
    data: { codebookStudyId: study.studyId, guideStudyId: study.studyId },
  });
  const scope = { ...sharing.scopes.lead, codebookStudyId: study.studyId, guideStudyId: study.studyId };
  const payload = await count({ scope });
  expect(payload.codes.map(({ id }) => id).sort()).toEqual(Object.values(study.codes).sort());
});

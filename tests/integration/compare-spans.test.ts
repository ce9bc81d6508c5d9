import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { comparison } from "@/lib/server/compare/data";
import { excerptPage } from "@/lib/server/excerpts/data";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make();
});
afterEach(truncateAll);

/** The segments of a code in the whole study. */
async function segments(path: string): Promise<number | undefined> {
  const { payload } = await (await comparison(study.scopes.lead, "sector", {})).counted();
  return payload.codes.find(({ id }) => id === study.codes[path])?.own.at(-1)?.[3];
}

test("a pair is counted anew when either of its languages is coded", async () => {
  const pairId = randomUUID();
  const english = await study.addTalk([{ who: 5, text: "fear of floods", align: 0 }], { pairId });
  const japanese = await study.addTalk([{ who: 5, text: "洪水が怖い。", align: 1 }], {
    pairId,
    language: "ja",
  });
  expect(await segments("Hope")).toBe(0);
  await study.code(english, "fear", ["Hope"]);
  expect(await segments("Hope")).toBe(1);
  await study.code(japanese, "怖い", ["Hope"]);
  expect(await segments("Hope")).toBe(2);
});

test("a segment that begins in a question and ends in its answer is an excerpt of the interviewee", async () => {
  const talk = await study.addTalk([
    { who: "A", text: "do you hope" },
    { who: 1, text: "we do, we fear" },
  ]);
  await study.code(talk, "you hope\nwe do", ["Hope"]);
  const { rows } = await excerptPage(study.scopes.lead, ExcerptFilter.parse({}), { limit: 10 });
  expect(rows.map(({ quote, numbers }) => [quote, numbers])).toEqual([["you hope\nwe do", [1]]]);
});

test("an excerpt of two names them by number, whoever speaks first", async () => {
  const talk = await study.addTalk([
    { who: 4, text: "we hope" },
    { who: 2, text: "so do we" },
  ]);
  await study.code(talk, "hope\nso do", ["Hope"]);
  const { rows } = await excerptPage(study.scopes.lead, ExcerptFilter.parse({}), { limit: 10 });
  expect(rows[0]).toMatchObject({ numbers: [2, 4], positions: ["Position 2", "Position 4"] });
});

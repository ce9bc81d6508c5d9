import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ExcerptFilter } from "@/lib/schemas/excerpts";
import { prisma } from "@/lib/server/db";
import { waitingSegments } from "@/lib/server/excerpts/data";
import { truncateAll } from "@/tests/support/database";
import { correct } from "./compare-support/correcting";
import { lettingOut } from "./compare-support/letting-out";
import { SmallStudy, type Talk } from "./compare-support/study";

let study: SmallStudy;
let first: Talk;
let firstNow: Talk;
let second: Talk;

/** Two talks, each with one segment that a correction leaves alone and others whose words it takes away. */
beforeEach(async () => {
  study = await SmallStudy.make();
  first = await study.addTalk(
    [
      { who: 1, text: "we hope 🌊, we fear floods", question: "i.1" },
      { who: 3, text: "war is near, war is here", question: "ii.1" },
    ],
    { date: "2026-04-30" },
  );
  second = await study.addTalk([{ who: 2, text: "洪水が怖い、戦争も怖い" }], { language: "ja" });
  await study.code(first, "we hope 🌊", ["Hope"]);
  await study.code(first, "fear floods", ["Risk > Flood", "Hope"]);
  await study.code(first, "war is near", ["Risk > War"], {
    by: "second",
    stance: "personal",
    certainty: "fairly",
  });
  await study.code(second, "洪水が怖い", ["Risk > Flood"], { permission: "sector" });
  firstNow = await correct(study, first, [
    { who: 1, text: "we hope 🌊, we are calm about rivers", question: "i.1" },
    { who: 3, text: "peace lasts", question: "ii.1" },
  ]);
  await correct(study, second, [{ who: 2, text: "川は静かだ" }]);
});
afterEach(truncateAll);

const { shown, records } = lettingOut(() => study);
const waiting = (filter: Record<string, string> = {}, who: keyof SmallStudy["scopes"] = "lead") =>
  waitingSegments(study.scopes[who], ExcerptFilter.parse(filter));
const count = async (filter: Record<string, string>) => (await waiting(filter)).segments;
const id = (record: Record<string | number, string>, key: string | number) => record[key] ?? "";

describe("what waits to be placed after a correction", () => {
  test("is in no list, and said beside it: how many segments, and where", async () => {
    expect((await shown()).map(({ quote }) => quote)).toEqual(["we hope 🌊"]);
    expect(await waiting()).toEqual({
      segments: 3,
      transcripts: {
        count: 2,
        first: [
          { id: first.transcriptId, title: `Talk ${first.transcriptId}`, segments: 2 },
          { id: second.transcriptId, title: `Talk ${second.transcriptId}`, segments: 1 },
        ],
      },
    });
  });

  test("is counted within the filter, by who spoke and which question was answered where it stood", async () => {
    expect(await count({ code: id(study.codes, "Risk") })).toBe(3);
    expect(await count({ code: id(study.codes, "Risk"), below: "only" })).toBe(0);
    expect(await count({ code: id(study.codes, "Hope") })).toBe(1);
    expect(await count({ sector: id(study.sectors, "NGO") })).toBe(2);
    expect(await count({ sector: id(study.sectors, "University") })).toBe(1);
    expect(await count({ clusters: id(study.clusters, "ii") })).toBe(1);
    expect(await count({ coders: study.scopes.second.userId })).toBe(1);
    expect(await count({ stances: "personal" })).toBe(1);
    expect(await count({ certainties: "fairly" })).toBe(1);
    expect(await count({ certainties: "unsure" })).toBe(0);
    expect(await count({ language: "ja" })).toBe(1);
    expect(await count({ of: "interviews" })).toBe(3);
    expect(await count({ of: "sources" })).toBe(0);
  });

  test("tells a viewer nothing of single people that may not be tied to a number", async () => {
    const of = async (number: number, who: "lead" | "viewer") =>
      (await waiting({ interviewees: id(study.people, number) }, who)).segments;
    expect([await of(1, "lead"), await of(1, "viewer")]).toEqual([1, 1]);
    expect([await of(2, "lead"), await of(2, "viewer")]).toEqual([1, 0]);
  });

  test("tells those who may not read transcripts how many, and not where", async () => {
    expect(await waiting({}, "viewer")).toEqual({ segments: 3, transcripts: null });
  });

  test("no longer waits when its words come back, or when it is removed", async () => {
    const { id: segmentId } = await prisma().segment.findFirstOrThrow({
      where: { versionId: second.versionId },
    });
    await study.do(second, "coder", { kind: "remove", segmentId });
    expect(await count({})).toBe(2);
    await correct(study, firstNow, [{ who: 1, text: first.text.trim(), question: "i.1" }]);
    expect(await count({})).toBe(0);
  });

  test("stands in the file and says so, after the same talk's others, without a place in the text", async () => {
    const rows = await records("coder");
    const told = rows.map((row) => [row["interviewee number"], row.quote, row.placing, row.start, row.end]);
    expect(told).toEqual([
      ["1", "we hope 🌊", "placed", "0", "10"],
      ["1", "fear floods", "waiting", "", ""],
      ["1", "fear floods", "waiting", "", ""],
      ["3", "war is near", "waiting", "", ""],
      // Without its number, a row does not tell whether its transcript was corrected.
      ["", "洪水が怖い", "", "", ""],
    ]);
    expect(rows.map((row) => [row.cluster, row.question, row.date])).toEqual([
      ["i", "i.1", "2026-04-30"],
      ["i", "i.1", "2026-04-30"],
      ["i", "i.1", "2026-04-30"],
      ["ii", "ii.1", "2026-04-30"],
      ["", "", ""],
    ]);
  });

  test("is not in the file of somebody who may not read transcripts", async () => {
    const rows = await records("viewer");
    expect(rows.map((row) => [row.quote, row.placing])).toEqual([["we hope 🌊", "placed"]]);
  });
});

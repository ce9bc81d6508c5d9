import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { comparison } from "@/lib/server/compare/data";
import { prisma } from "@/lib/server/db";
import { truncateAll } from "@/tests/support/database";
import { correct } from "./compare-support/correcting";
import { counting } from "./compare-support/counting";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make();
});
afterEach(truncateAll);

const { count, cell } = counting(() => study);

describe("what is kept", () => {
  test("is read again as long as nothing changed, and counted anew after every change", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we fear floods and war" }]);
    const segmentId = await study.code(talk, "floods", ["Risk > Flood"]);
    expect(cell(await count(), "Risk > Flood", "NGO").n).toBe(1);
    const [kept] = await prisma().digest.findMany();
    expect(await count()).toEqual(await count());
    expect(await prisma().digest.findMany()).toEqual([kept]);

    const coding = await prisma().coding.findFirstOrThrow({ where: { segmentId } });
    await study.do(talk, "coder", { kind: "uncode", segmentId, codingIds: [coding.id] });
    expect(cell(await count(), "Risk > Flood", "NGO").n).toBe(0);
    await study.code(talk, "war", ["Risk > War"]);
    expect(cell(await count(), "Risk", "NGO", "tree").n).toBe(1);

    // A code that moves takes its counts along.
    await prisma().code.update({
      where: { id: study.codes["Risk > War"] ?? "" },
      data: { parentId: study.codes.Hope },
    });
    const moved = await count();
    expect(cell(moved, "Risk", "NGO", "tree").n).toBe(0);
    expect(cell(moved, "Hope", "NGO", "tree").n).toBe(1);
  });

  test("follows who speaks, and into which cluster a question is moved", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so", question: "i.1" }]);
    await study.code(talk, "hope", ["Hope"]);
    const first = { clusterIds: [study.clusters.i ?? ""] };
    expect(cell(await count({}, first), "Hope", "NGO").n).toBe(1);
    await prisma().speaker.updateMany({ data: { intervieweeId: study.people[3] } });
    expect(cell(await count({}, first), "Hope", "University").n).toBe(1);
    await prisma().question.update({
      where: { id: study.questions["i.1"] ?? "" },
      data: { clusterId: study.clusters.ii, key: "ii.9" },
    });
    expect(cell(await count({}, first), "Hope", "University").n).toBe(0);
  });

  test("does not grow with every filter that anybody tries", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    await study.code(talk, "hope", ["Hope"]);
    for (let each = 0; each < 20; each += 1) await count({}, { coderIds: [randomUUID()] });
    const filters = (await prisma().digest.findMany()).map(({ filter }) => filter);
    expect(filters.length).toBeLessThanOrEqual(12);
    expect(filters).toContain("{}");
  });

  test("is made once for all who ask, and never again for what has changed since", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    await study.code(talk, "hope", ["Hope"]);
    const [one, other] = await Promise.all([count(), count()]);
    expect(other).toBe(one);
    expect(await count()).toBe(one);
    await study.code(talk, "so", ["Hope"]);
    const next = await count();
    expect(cell(next, "Hope", "NGO").segments).toBe(2);
    // A role, a filter and a kind of column each have their own.
    expect(await count({ scope: study.scopes.viewer })).not.toBe(next);
    expect(await count({ columns: "interviewee" })).not.toBe(next);
    expect(await count()).toBe(next);
  });

  test("goes out under the tag of what was counted, though something was written after its tag was read", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    await study.code(talk, "hope", ["Hope"]);
    const speaks = (who: number) =>
      prisma().speaker.updateMany({ data: { intervieweeId: study.people[who] } });
    const begun = await comparison(study.scopes.lead, "sector", {});
    await speaks(3);
    const late = await begun.counted();
    expect(cell(late.payload, "Hope", "University").n).toBe(1);
    const now = await comparison(study.scopes.lead, "sector", {});
    expect(late.tag).toBe(now.tag);
    expect(late.tag).not.toBe(begun.tag);
    // It was counted once: under its own tag it is remembered.
    expect((await now.counted()).payload).toBe(late.payload);
    // The state is again the one that was named first, and its counts are not those that were made since.
    await speaks(1);
    const again = await comparison(study.scopes.lead, "sector", {});
    expect(again.tag).toBe(begun.tag);
    const { payload } = await again.counted();
    expect(cell(payload, "Hope", "NGO").n).toBe(1);
    expect(cell(payload, "Hope", "University").n).toBe(0);
  });

  test("is of one state under all filters, and of the text as it is corrected in between", async () => {
    const talk = await study.addTalk([
      { who: 1, text: "we hope so", question: "i.1" },
      { who: 1, text: "no", question: "ii.1" },
    ]);
    await study.code(talk, "hope", ["Hope"]);
    // One of the filters is kept, and would be read as it was.
    await count();
    const begun = await comparison(study.scopes.lead, "cluster", {});
    await correct(study, talk, [
      { who: 1, text: "we hope so, we hope", question: "ii.1" },
      { who: 1, text: "no", question: "i.1" },
    ]);
    const { payload, tag } = await begun.counted();
    expect(tag).toBe((await comparison(study.scopes.lead, "cluster", {})).tag);
    expect(cell(payload, "Hope", "ii").n).toBe(1);
    expect(cell(payload, "Hope", "i").n).toBe(0);
    expect(cell(payload, "Hope", "all").segments).toBe(1);
    expect(payload.total.totals.spokenWords).toBe(6);
  });

  test("stands up to many who count at once", async () => {
    const talks = await Promise.all(
      [1, 2, 3, 4, 5].map((who) => study.addTalk([{ who, text: "we hope so" }])),
    );
    for (const talk of talks) await study.code(talk, "hope", ["Hope"]);
    const counted = await Promise.all(Array.from({ length: 8 }, () => count()));
    for (const payload of counted) expect(payload).toEqual(counted[0]);
    expect(cell(await count(), "Hope", "all").n).toBe(5);
  });

  test("has a tag that changes with what is counted, and only with that", async () => {
    const talk = await study.addTalk([{ who: 1, text: "we hope so" }]);
    const tag = async (role: "lead" | "viewer" = "lead") =>
      (await comparison(study.scopes[role], "sector", {})).tag;
    const before = await tag();
    expect(await tag()).toBe(before);
    expect(await tag("viewer")).not.toBe(before);
    await study.code(talk, "hope", ["Hope"]);
    expect(await tag()).not.toBe(before);
  });
});

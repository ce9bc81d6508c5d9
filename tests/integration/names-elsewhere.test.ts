import { beforeEach, describe, expect, it } from "vitest";
import { prisma } from "@/lib/server/db";
import * as actions from "@/lib/server/revisions/actions";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

let fixture: Fixture;
let a: StudyFixture;
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
  asking.as = a.members.lead;
});

describe("a name beside the texts", () => {
  const look = async (words: string) => {
    const result = await actions.findElsewhere({ transcriptId: a.transcriptId, words });
    if (!result.ok) throw new Error(result.error.code);
    return result.value.found;
  };

  it("is counted in memos, reasons, people, interviews and codes, as a whole word in either width", async () => {
    const { id, title } = await prisma().transcript.findUniqueOrThrow({ where: { id: a.transcriptId } });
    await prisma().segment.update({
      where: { id: a.segmentId },
      data: { memo: "Ｔａｎａｋａ said so, Tanaka." },
    });
    await prisma().transcriptVersion.update({ where: { id: a.versionId }, data: { reason: "After Tanaka" } });
    await prisma().interviewee.update({ where: { id: a.intervieweeId }, data: { position: "With Tanaka" } });
    await prisma().interviewee.update({ where: { id: a.spareIntervieweeId }, data: { position: "Tanakan" } });
    await prisma().interview.update({
      where: { id: a.interviewId },
      data: { interviewers: ["Mori", "Tanaka"] },
    });
    await prisma().code.update({ where: { id: a.codeId }, data: { example: "“Ask Tanaka.”" } });
    await prisma().segment.update({ where: { id: fixture.b.segmentId }, data: { memo: "Tanaka" } });
    expect(await look(" Tanaka ")).toEqual([
      { where: "codebook", count: 1, transcript: null },
      { where: "interviews", count: 1, transcript: null },
      { where: "memos", count: 1, transcript: { id, title, segmentId: a.segmentId } },
      { where: "people", count: 1, transcript: null },
      { where: "reasons", count: 1, transcript: { id, title, segmentId: null } },
    ]);
    expect(await look("tanaka")).toEqual([]);
  });

  it("is not looked for in what was deleted", async () => {
    await prisma().segment.update({
      where: { id: a.segmentId },
      data: { memo: "Tanaka", deletedAt: new Date() },
    });
    expect(await look("Tanaka")).toEqual([]);
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { prisma } from "@/lib/server/db";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

let fixture: Fixture;
let a: StudyFixture;
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
});

describe("the database refuses what code might let pass", () => {
  const row = () => ({
    id: randomUUID(),
    studyId: a.studyId,
    transcriptId: a.transcriptId,
    versionId: a.versionId,
    coderId: a.members.coder.userId,
    ...{ start: 0, end: 4, quote: "安全とは", before: "", after: "" },
  });

  it("a range outside the text, an empty one, and a second live segment on one range", async () => {
    await expect(prisma().segment.create({ data: { ...row(), end: a.text.length + 1 } })).rejects.toThrow();
    await expect(prisma().segment.create({ data: { ...row(), end: 0 } })).rejects.toThrow();
    await prisma().segment.create({ data: row() });
    await expect(prisma().segment.create({ data: row() })).rejects.toThrow();
  });

  it("a version of another transcript, and a code of another study", async () => {
    await expect(
      prisma().segment.create({ data: { ...row(), versionId: fixture.b.versionId } }),
    ).rejects.toThrow();
    const coding = {
      id: randomUUID(),
      segmentId: a.segmentId,
      studyId: a.studyId,
      coderId: a.members.coder.userId,
      revision: 0,
    };
    await expect(
      prisma().coding.create({
        data: { ...coding, codeId: fixture.b.codeId, codebookStudyId: fixture.b.studyId },
      }),
    ).rejects.toThrow();
  });

  it("a change of history", async () => {
    const id = randomUUID();
    await prisma().historyEvent.create({
      data: { id, studyId: a.studyId, seq: 1, actorId: a.members.coder.userId, kind: "study.edit" },
    });
    await expect(prisma().historyEvent.update({ where: { id }, data: { kind: "other" } })).rejects.toThrow();
  });
});

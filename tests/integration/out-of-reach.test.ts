import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { ROLES } from "@/lib/access/can";
import { outOfReach } from "@/lib/server/coding/data";
import { prisma } from "@/lib/server/db";
import { addPerson, buildFixture, type Person, type StudyFixture } from "@/tests/support/fixture";

let a: StudyFixture;
let b: StudyFixture;
beforeEach(async () => {
  ({ a, b } = await buildFixture());
});

const ask = (person: Person) =>
  outOfReach(person, { transcriptIds: [a.transcriptId], codeIds: [a.codeId, b.codeId] });

describe("which transcripts somebody can't open, of those that their browser keeps work on", () => {
  test("are none to those who may read them, and to other members named by the study", async () => {
    const { title } = await prisma().study.findUniqueOrThrow({ where: { id: a.studyId } });
    for (const role of ROLES) {
      const { transcripts, codes } = await ask(a.members[role]);
      const opens = ["owner", "lead", "coder"].includes(role);
      expect(transcripts, role).toEqual(opens ? [] : [{ id: a.transcriptId, study: title }]);
      // The codebook is every member's to see, and nobody else's.
      expect(
        codes.map(({ id }) => id),
        role,
      ).toEqual([a.codeId]);
    }
  });

  test("are, to whoever is no member any more, like those that are not there: no name, of study or code", async () => {
    const { coder } = a.members;
    await prisma().membership.deleteMany({ where: { userId: coder.userId } });
    const nowhere = randomUUID();
    const transcriptIds = [a.transcriptId, nowhere, b.transcriptId];
    for (const person of [coder, await addPerson("Nobody")])
      expect(await outOfReach(person, { transcriptIds, codeIds: [a.codeId, b.codeId] })).toEqual({
        transcripts: transcriptIds.map((id) => ({ id, study: null })),
        codes: [],
      });
  });

  test("name the codes of a codebook that a study of theirs shares", async () => {
    const { coder } = a.members;
    await prisma().study.update({ where: { id: a.studyId }, data: { codebookStudyId: b.studyId } });
    const { codes } = await ask(coder);
    expect(codes.map(({ id }) => id)).toEqual([b.codeId]);
  });
});

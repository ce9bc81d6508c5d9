import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isBlind } from "@/lib/access/blind";
import { ROLES } from "@/lib/access/can";
import { offlineScope } from "@/lib/server/access/offline";
import { blindTranscripts } from "@/lib/server/blind";
import { prisma } from "@/lib/server/db";
import { addBlindRound, addMember } from "@/tests/support/blind";
import { buildFixture } from "@/tests/support/fixture";

/** A round may be in every state that the database allows; what is revealed has been opened. */
const STATES = (["open", "blind", "training"] as const).flatMap((kind) =>
  [
    { kind, opened: false, revealed: false },
    { kind, opened: true, revealed: false },
    { kind, opened: true, revealed: true },
  ].filter(({ revealed }) => kind !== "open" || !revealed),
);

describe.each(STATES)("in a round of kind $kind, opened: $opened, revealed: $revealed", (state) => {
  test.each([true, false])(
    "the database says of each role what isBlind does; coding in it: %s",
    async (codes) => {
      const { a } = await buildFixture();
      const other = await addMember(a.studyId, "Other");
      await addBlindRound(a, codes ? Object.values(a.members) : [other], state);
      for (const role of ROLES) {
        const scope = await offlineScope(a.members[role].userId, a.studyId);
        const blind = isBlind(role, { codes }, state);
        expect(scope.blind, role).toBe(blind);
        expect([...(await blindTranscripts(scope))], role).toEqual(blind ? [a.transcriptId] : []);
      }
    },
  );
});

test("whoever is blind in a transcript is blind in its other language, and in no other transcript", async () => {
  const { a, b } = await buildFixture();
  const [other, apart, pairId] = [randomUUID(), randomUUID(), randomUUID()];
  const { studyId, interviewId } = a;
  const text = { studyId, interviewId, title: "In English", language: "en" };
  await prisma().transcript.createMany({
    data: [
      { ...text, id: other, pairId },
      { ...text, id: apart },
    ],
  });
  await prisma().transcript.update({ where: { id: a.transcriptId }, data: { pairId } });
  await addBlindRound(a, [a.members.coder]);
  const scope = await offlineScope(a.members.coder.userId, studyId);
  expect([...(await blindTranscripts(scope))].sort()).toEqual([a.transcriptId, other].sort());
  expect((await offlineScope(b.members.coder.userId, b.studyId)).blind).toBe(false);
});

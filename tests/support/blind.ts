import { randomUUID } from "node:crypto";
import type { RoundState } from "@/lib/access/blind";
import type { Role } from "@/lib/access/can";
import { prisma } from "@/lib/server/db";
import { addPerson, type Person, type StudyFixture } from "./fixture";

/** A round of one transcript as it stands in the database; opened, unless it is said otherwise. */
export async function addBlindRound(
  { studyId, transcriptId }: Pick<StudyFixture, "studyId" | "transcriptId">,
  coders: readonly Pick<Person, "userId">[],
  { kind, opened, revealed }: RoundState = { kind: "blind", opened: true, revealed: false },
): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  await prisma().round.create({
    data: {
      ...{ id, studyId, kind, title: "Round" },
      ...(opened && { openedAt: now }),
      ...(revealed && { revealedAt: now }),
    },
  });
  await prisma().assignment.createMany({
    data: coders.map(({ userId: coderId }) => ({ roundId: id, studyId, transcriptId, coderId })),
  });
  return id;
}

export async function revealRound(id: string): Promise<void> {
  await prisma().round.update({ where: { id }, data: { revealedAt: new Date() } });
}

/** One more member of a study. */
export async function addMember(studyId: string, name: string, role: Role = "coder"): Promise<Person> {
  const person = await addPerson(name);
  await prisma().membership.create({ data: { studyId, userId: person.userId, role } });
  return person;
}

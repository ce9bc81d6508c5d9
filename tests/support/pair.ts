import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { type StudyFixture, TURNS } from "./fixture";

export interface OtherLanguage {
  transcriptId: string;
  versionId: string;
}

/** A transcript of the fixture's talk in another language, with as many turns; its pair, if it is to be. */
export async function addOtherLanguage(
  { studyId, transcriptId }: Pick<StudyFixture, "studyId" | "transcriptId">,
  { paired }: { paired: boolean },
): Promise<OtherLanguage> {
  const db = prisma();
  // A fixture serves several askers, and a transcript has one pair.
  await db.transcript.updateMany({
    where: { studyId, pairId: { not: null } },
    data: { pairId: null },
  });
  const own = await db.transcript.findUniqueOrThrow({ where: { id: transcriptId } });
  const pairId = paired ? randomUUID() : null;
  const id = randomUUID();
  const versionId = randomUUID();
  await db.transcript.update({ where: { id: transcriptId }, data: { pairId } });
  await db.transcript.create({
    data: { id, studyId, interviewId: own.interviewId, title: "Other", language: "fr", pairId },
  });
  const text = "Q: Quoi ?\nR: Rien.\n";
  await db.transcriptVersion.create({
    data: { id: versionId, transcriptId: id, number: 1, current: true, length: text.length },
  });
  await db.paragraph.create({
    data: { versionId, ordinal: 0, start: 0, end: text.length, text },
  });
  for (const [ordinal, { label }] of TURNS.entries()) {
    const speaker = await db.speaker.create({
      data: {
        id: randomUUID(),
        transcriptId: id,
        label,
        role: ordinal === 0 ? "interviewer" : "interviewee",
      },
    });
    const start = ordinal * 10;
    await db.turn.create({
      data: { versionId, ordinal, start, bodyStart: start + 3, end: start + 9, speakerId: speaker.id },
    });
  }
  return { transcriptId: id, versionId };
}

import { prisma } from "@/lib/server/db";

/**
 * Erases a sample study with all that it holds, so that it can be loaded anew. Codings go before the
 * codes that they name, and transcripts before the interviews and people.
 */
export async function removeSample(studyId: string): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const study = await tx.study.findFirst({ where: { id: studyId, sample: true }, select: { id: true } });
    if (!study) return;
    await tx.coding.deleteMany({ where: { studyId } });
    await tx.segment.deleteMany({ where: { studyId } });
    await tx.historyEvent.deleteMany({ where: { studyId } });
    await tx.transcript.deleteMany({ where: { studyId } });
    await tx.interview.deleteMany({ where: { studyId } });
    await tx.interviewee.deleteMany({ where: { studyId } });
    await tx.code.deleteMany({ where: { studyId } });
    await tx.study.delete({ where: { id: studyId } });
  });
}

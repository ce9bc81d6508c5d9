import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { GuideQuestion } from "@/lib/domain/transcript";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import { prisma } from "@/lib/server/db";

/** The questions of the study's guide, in order. */
export async function guideQuestions({ guideStudyId }: StudyScope): Promise<GuideQuestion[]> {
  const clusters = await prisma().cluster.findMany({
    where: { studyId: guideStudyId },
    orderBy: { position: "asc" },
    select: { questions: { orderBy: { position: "asc" }, select: { id: true, key: true, text: true } } },
  });
  return clusters.flatMap(({ questions }) => questions);
}

/** Who was interviewed, by number. Nobody where the interview is not this study's. */
export async function intervieweesOf({ studyId }: StudyScope, interviewId: string): Promise<string[]> {
  const rows = await prisma().interviewInterviewee.findMany({
    where: { interviewId, studyId },
    orderBy: { interviewee: { number: "asc" } },
    select: { intervieweeId: true },
  });
  return rows.map(({ intervieweeId }) => intervieweeId);
}

/** What a new transcript can be tied to. */
export async function newTranscriptPlace(
  scope: StudyScope,
): Promise<Omit<TranscriptPlace, "mayAddPeople" | "mayMakeGuide">> {
  const { studyId } = scope;
  const [guide, sectors, interviewees, interviews, transcripts] = await Promise.all([
    guideQuestions(scope),
    prisma().sector.findMany({
      where: { studyId },
      orderBy: { position: "asc" },
      select: { id: true, name: true },
    }),
    prisma().interviewee.findMany({
      where: { studyId },
      orderBy: { number: "asc" },
      select: { id: true, number: true, position: true, sector: { select: { name: true } } },
    }),
    prisma().interview.findMany({
      where: { studyId },
      orderBy: [{ date: "asc" }, { id: "asc" }],
      select: { id: true, date: true, interviewees: { select: { intervieweeId: true } } },
    }),
    prisma().transcript.findMany({
      where: { studyId },
      orderBy: { title: "asc" },
      select: { id: true, title: true, language: true, pairId: true, interviewId: true },
    }),
  ]);
  return {
    studyId,
    guide,
    sectors,
    interviewees: interviewees.map(({ sector, ...row }) => ({ ...row, sector: sector.name })),
    interviews: interviews.map(({ id, date, interviewees: people }) => ({
      id,
      date: date?.toISOString().slice(0, 10) ?? null,
      intervieweeIds: people.map(({ intervieweeId }) => intervieweeId),
      planned: false,
    })),
    transcripts,
  };
}

import "server-only";
import { AppError } from "@/lib/access/errors";
import { followedFrom } from "@/lib/access/live";
import type { StudyScope } from "@/lib/access/scope";
import { prisma } from "@/lib/server/db";
import { lastSeqs } from "@/lib/server/live";

/** The transcript's facts, the codebook, and who is reading. */
export async function readerFrame(scope: StudyScope, transcriptId: string) {
  // Before the codes, so that these are not older than it says.
  const seq = (await lastSeqs([scope.codebookStudyId])).get(scope.codebookStudyId) ?? 0;
  const [transcript, codes, home, me] = await Promise.all([
    prisma().transcript.findFirst({
      where: { id: transcriptId, studyId: scope.studyId },
      select: {
        id: true,
        studyId: true,
        title: true,
        kind: true,
        publisher: true,
        date: true,
        language: true,
        pairId: true,
        study: { select: { title: true, notice: true } },
        interview: {
          select: {
            date: true,
            minutes: true,
            interviewers: true,
            interviewees: {
              orderBy: { interviewee: { number: "asc" } },
              select: {
                interviewee: {
                  select: {
                    number: true,
                    position: true,
                    permission: true,
                    sector: { select: { name: true, _count: { select: { interviewees: true } } } },
                  },
                },
              },
            },
          },
        },
      },
    }),
    prisma().code.findMany({
      // Retired ones too: they can't be applied any more, but what was coded with them keeps its name.
      where: { studyId: scope.codebookStudyId },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      select: {
        id: true,
        parentId: true,
        name: true,
        hue: true,
        position: true,
        shortcut: true,
        definition: true,
        whenToUse: true,
        whenNotToUse: true,
        meaningSince: true,
        retiredAt: true,
      },
    }),
    prisma().study.findUniqueOrThrow({ where: { id: scope.codebookStudyId }, select: { revision: true } }),
    prisma().user.findUniqueOrThrow({ where: { id: scope.userId }, select: { id: true, name: true } }),
  ]);
  if (!transcript) throw new AppError("not_found");
  const { study, interview, pairId, kind, publisher, date, ...facts } = transcript;
  return {
    transcript: facts,
    /** Where it is no interview. */
    source: kind === "interview" ? null : { kind, publisher, date: date?.toISOString().slice(0, 10) ?? null },
    study: { id: scope.studyId, ...study },
    interview: interview && {
      date: interview.date?.toISOString().slice(0, 10) ?? null,
      minutes: interview.minutes,
      interviewers: interview.interviewers,
      interviewees: interview.interviewees.map(({ interviewee: { sector, ...person } }) => ({
        ...person,
        sector: sector.name,
        soleInSector: sector._count.interviewees === 1,
      })),
    },
    pair: pairId ? await otherHalf(scope, transcriptId, pairId) : null,
    codes: codes.map(({ retiredAt, ...code }) => ({ ...code, retired: retiredAt !== null })),
    revision: home.revision,
    asOf: { source: followedFrom(scope).indexOf(scope.codebookStudyId), seq },
    me,
  };
}

/** The same talk in the other language. */
function otherHalf(scope: StudyScope, transcriptId: string, pairId: string) {
  return prisma().transcript.findFirst({
    where: { pairId, studyId: scope.studyId, id: { not: transcriptId } },
    select: { id: true, language: true },
  });
}

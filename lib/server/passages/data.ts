import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { PassageRow, TranscriptPassages } from "@/lib/schemas/passages";
import { prisma } from "@/lib/server/db";

export const PASSAGE = {
  id: true,
  questionId: true,
  start: true,
  end: true,
  status: true,
  byHand: true,
} as const;

/** The guide's questions, the passages of a transcript's current version, and those of its interview's others. */
export async function passagesOf(scope: StudyScope, transcriptId: string): Promise<TranscriptPassages> {
  const { studyId, guideStudyId } = scope;
  const transcript = await prisma().transcript.findFirst({
    where: { id: transcriptId, studyId },
    select: {
      interviewId: true,
      versions: {
        where: { current: true },
        select: { id: true, passages: { select: PASSAGE, orderBy: [{ start: "asc" }, { id: "asc" }] } },
      },
    },
  });
  const version = transcript?.versions[0];
  if (!transcript || !version) throw new AppError("not_found");
  const [clusters, elsewhere] = await Promise.all([
    prisma().cluster.findMany({
      where: { studyId: guideStudyId },
      orderBy: { position: "asc" },
      select: {
        title: true,
        questions: {
          orderBy: { position: "asc" },
          select: { id: true, key: true, text: true, followUp: true },
        },
      },
    }),
    transcript.interviewId === null ? [] : passagesOfInterview(scope, transcript.interviewId, transcriptId),
  ]);
  return {
    versionId: version.id,
    questions: clusters.flatMap(({ title, questions }) =>
      questions.map((question) => ({ ...question, cluster: title })),
    ),
    passages: version.passages,
    elsewhere,
  };
}

function passagesOfInterview(
  { studyId }: StudyScope,
  interviewId: string,
  besides: string,
): Promise<Pick<PassageRow, "questionId" | "status">[]> {
  return prisma().passage.findMany({
    where: { version: { current: true, transcript: { studyId, interviewId, id: { not: besides } } } },
    select: { questionId: true, status: true },
  });
}

/** Names an answer by what it says: it is small, and rests on the guide and several transcripts. */
export const passagesStamp = (answer: string) =>
  createHash("sha256").update(answer).digest("base64url").slice(0, 27);

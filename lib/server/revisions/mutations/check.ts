import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Draft } from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";

/** Whether interviewees and questions that a draft names are this study's. Throws `not_found`. */
export async function checkDraft(
  tx: Tx,
  { studyId, guideStudyId }: StudyScope,
  interviewId: string | null,
  { speakers, passages }: Pick<Draft, "speakers" | "passages">,
): Promise<void> {
  const named = [...new Set(speakers.flatMap(({ intervieweeId }) => intervieweeId ?? []))];
  if (named.length > 0) {
    const of = interviewId === null ? {} : { interviews: { some: { interviewId } } };
    const known = await tx.interviewee.count({ where: { studyId, id: { in: named }, ...of } });
    if (known < named.length) throw new AppError("not_found");
  }
  const asked = [...new Set(passages.map(({ questionId }) => questionId))];
  if (asked.length > 0) {
    const known = await tx.question.count({
      where: { id: { in: asked }, cluster: { studyId: guideStudyId } },
    });
    if (known < asked.length) throw new AppError("not_found");
  }
}

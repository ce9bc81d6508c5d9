import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { PassageRow } from "@/lib/schemas/passages";
import type { Tx } from "@/lib/server/history";
import { lockVersions, shareVersion } from "@/lib/server/locks";
import { PASSAGE } from "../data";

/**
 * Sees to it that this version is the current one, and stays so until the transaction ends; its passages
 * are changed by one person at a time. Throws `stale` where another is current, `not_found` where the
 * transcript is not of the study.
 */
export async function holdVersion(
  tx: Tx,
  { studyId }: StudyScope,
  transcriptId: string,
  versionId: string,
): Promise<void> {
  await lockVersions(tx, [transcriptId]);
  // A correction takes passages along: one that is set meanwhile must be among them.
  await shareVersion(tx, transcriptId);
  const current = await tx.transcriptVersion.findFirst({
    where: { transcriptId, current: true, transcript: { studyId } },
    select: { id: true },
  });
  if (!current) throw new AppError("not_found");
  if (current.id !== versionId) throw new AppError("stale");
}

/** Throws `not_found` where one of the questions is not of the study's guide. */
export async function checkQuestions(
  tx: Tx,
  { guideStudyId }: StudyScope,
  ids: readonly string[],
): Promise<void> {
  const wanted = new Set(ids);
  const known = await tx.question.count({
    where: { id: { in: [...wanted] }, cluster: { studyId: guideStudyId } },
  });
  if (known < wanted.size) throw new AppError("not_found");
}

export function passagesIn(tx: Tx, versionId: string): Promise<PassageRow[]> {
  return tx.passage.findMany({
    where: { versionId },
    select: PASSAGE,
    orderBy: [{ start: "asc" }, { id: "asc" }],
  });
}

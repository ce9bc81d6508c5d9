import "server-only";
import { can, type StudyAction } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";
import { BLIND } from "@/lib/server/standing";

/**
 * The scope in which a job goes on for the person who began it, after their request has ended: the rules
 * of the gate at the moment of the work, so that somebody who has left the study, or whose account is
 * closed, has no job done any more. Throws `forbidden`.
 */
export async function scopeOfJob(
  { studyId, userId }: { studyId: string; userId: string },
  action: StudyAction,
): Promise<StudyScope> {
  const { rows } = await pool().query<Omit<StudyScope, "studyId" | "userId">>({
    name: "gate-job",
    text: `SELECT m."role", ${BLIND}, s."codebookStudyId", s."guideStudyId" FROM "Membership" m
      JOIN "Study" s ON s."id" = m."studyId" JOIN "User" u ON u."id" = m."userId"
      WHERE m."studyId" = $1 AND m."userId" = $2 AND u."disabledAt" IS NULL`,
    values: [studyId, userId],
  });
  const [member] = rows;
  if (!member || !can(member.role, action)) throw new AppError("forbidden");
  return { ...member, studyId, userId } as StudyScope;
}

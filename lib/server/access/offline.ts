import "server-only";
import type { Role } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";
import { BLIND } from "@/lib/server/standing";

/**
 * The scope of a member without a session, for commands that load data, such as the sample, and for
 * tests. It stands apart from the gate, since those run without a web server and its sign-in. No request
 * may come this way: tests/architecture holds lib/server and app to that.
 */
export async function offlineScope(userId: string, studyId: string): Promise<StudyScope> {
  const { rows } = await pool().query<{
    studyId: string;
    codebookStudyId: string;
    guideStudyId: string;
    role: Role;
    blind: boolean;
  }>(
    `SELECT s."id" AS "studyId", s."codebookStudyId", s."guideStudyId", m."role", ${BLIND} FROM "Membership" m
     JOIN "Study" s ON s."id" = m."studyId" WHERE m."studyId" = $1 AND m."userId" = $2`,
    [studyId, userId],
  );
  const [member] = rows;
  if (!member) throw new AppError("not_found");
  return { ...member, userId } as StudyScope;
}

/** As `offlineScope`, for what lies outside any study. */
export async function offlineActor(userId: string): Promise<ActorScope> {
  const { rows } = await pool().query<{ userId: string; email: string; name: string }>(
    `SELECT "id" AS "userId", "email", "name" FROM "User" WHERE "id" = $1`,
    [userId],
  );
  const [row] = rows;
  if (!row) throw new AppError("not_found");
  return row as ActorScope;
}

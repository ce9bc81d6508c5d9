import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";
import { visibleEvents } from "./sight";

/** Everybody who has done something that the member sees, by name. */
export async function historyActors(scope: StudyScope): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT u."id", u."name" FROM "User" u
     WHERE EXISTS (SELECT 1 FROM "HistoryEvent" e WHERE ${visibleEvents(scope)} AND e."actorId" = u."id")
     ORDER BY u."name", u."id"`,
    [scope.studyId, scope.userId],
  );
  return rows;
}

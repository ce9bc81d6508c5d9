import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Work, WorkState } from "@/lib/schemas/work";
import { pool } from "@/lib/server/db";

/** Work of which nobody has said for so many seconds that it goes on ended with its server. */
export const GONE_AFTER = 20;

/** The member's own work that is under way in the study, the oldest first, and which of the followed is written. */
export async function workState(
  { studyId, userId }: StudyScope,
  followed: readonly string[],
): Promise<WorkState> {
  const [running, written] = await Promise.all([
    pool().query<Work>({
      name: "work-running",
      text: `SELECT "id", "kind", "done", "total", "cancelledAt" IS NOT NULL AS cancelled FROM "Work"
        WHERE "studyId" = $1 AND "userId" = $2 AND "seenAt" > now() - interval '${GONE_AFTER} seconds' ORDER BY "begunAt", "id"`,
      values: [studyId, userId],
    }),
    pool().query<{ id: string }>({
      name: "work-written",
      text: `SELECT "id" FROM "HistoryEvent" WHERE "id" = ANY($3::uuid[]) AND "studyId" = $1 AND "actorId" = $2`,
      values: [studyId, userId, followed],
    }),
  ]);
  return { running: running.rows, written: written.rows.map(({ id }) => id) };
}

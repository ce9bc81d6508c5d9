import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { WorkKind } from "@/lib/schemas/work";
import { pool } from "@/lib/server/db";
import { GONE_AFTER } from "./data";

/** Says how far work has come. Throws `conflict` where somebody asked to stop it: then all of it is rolled back. */
export type Tell = (done: number, total: number) => Promise<void>;

/** For work that is done in a moment. */
export const untold: Tell = async () => undefined;

/** How often it is said at most, and at least, in milliseconds. */
const OFTEN = 100;
const SELDOM = 5_000;

/**
 * Does work that takes a while, and lets others see meanwhile how far it has come, through whichever server they ask. It is
 * one transaction, which nobody sees into, so it is told on another connection. It goes on where its page is
 * closed; where its server ends, the database rolls it back. Sent twice, the second sending waits for the first.
 */
export async function asWork<T>(
  { studyId, userId }: StudyScope,
  { id, kind }: { id: string; kind: WorkKind },
  work: (tell: Tell) => Promise<T>,
): Promise<T> {
  await pool().query(`DELETE FROM "Work" WHERE "seenAt" < now() - interval '${GONE_AFTER} seconds'`);
  const begun = await pool().query(
    `INSERT INTO "Work" ("id", "studyId", "userId", "kind") VALUES ($1, $2, $3, $4::"WorkKind") ON CONFLICT DO NOTHING`,
    [id, studyId, userId, kind],
  );
  if (begun.rowCount === 0) return work(untold);
  let last = 0;
  const tell: Tell = async (done, total) => {
    const now = performance.now();
    if (done > 0 && done < total && now - last < OFTEN) return;
    last = now;
    const { rows } = await pool().query<{ cancelled: boolean }>({
      name: "work-tell",
      text: `UPDATE "Work" SET "done" = $2, "total" = $3, "seenAt" = now() WHERE "id" = $1 RETURNING "cancelledAt" IS NOT NULL AS cancelled`,
      values: [id, done, total],
    });
    if (rows[0]?.cancelled) throw new AppError("conflict", { detail: "work_cancelled" });
  };
  const beating = setInterval(() => void beat(id).catch(() => undefined), SELDOM);
  try {
    return await work(tell);
  } finally {
    clearInterval(beating);
    await pool()
      .query(`DELETE FROM "Work" WHERE "id" = $1`, [id])
      .catch(() => undefined);
  }
}

const beat = (id: string) => pool().query(`UPDATE "Work" SET "seenAt" = now() WHERE "id" = $1`, [id]);

/** Asks one's own work to stop; it does at its next step. Where it is over already, nothing happens. */
export async function cancelWork({ studyId, userId }: StudyScope, workId: string): Promise<void> {
  await pool().query(
    `UPDATE "Work" SET "cancelledAt" = now() WHERE "id" = $1 AND "studyId" = $2 AND "userId" = $3 AND "cancelledAt" IS NULL`,
    [workId, studyId, userId],
  );
}

import "server-only";
import { pool } from "@/lib/server/db";

/** A file that this worker has for a while: nobody else takes it up until the lease is over. */
export interface Job {
  id: string;
  batchId: string;
  studyId: string;
  /** Who handed the batch in; the work is done in their name. */
  userId: string;
  name: string;
  /** Bytes. */
  size: number;
  step: "reading" | "storing";
  /** As stored; parsed by whoever reads them. */
  choices: unknown;
  attempts: number;
  /** Names the lease: whoever holds an older one can change nothing any more. */
  lease: string;
}

/** A file that ended three workers, or three tries of one, is not tried again by itself. */
const MOST_ATTEMPTS = 3;

const WAITS = `("status" IN ('received', 'chosen') AND ("leasedUntil" IS NULL OR "leasedUntil" < now())
  OR "status" IN ('reading', 'storing') AND "leasedUntil" < now())`;

const CLAIM = `
UPDATE "Upload" u
SET "status" = CASE WHEN u."status" IN ('received', 'reading') THEN 'reading' ELSE 'storing' END::"UploadStatus",
  "attempts" = u."attempts" + 1, "leasedUntil" = clock_timestamp() + make_interval(secs => $1 / 1000.0)
FROM "ImportBatch" b
WHERE b."id" = u."batchId" AND u."id" = (
  SELECT "id" FROM "Upload" WHERE ${WAITS} AND "attempts" < ${MOST_ATTEMPTS}
  ORDER BY "status" IN ('chosen', 'storing') DESC, "createdAt", "position" LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING u."id", u."batchId", b."studyId", b."createdById" AS "userId", u."name", u."size", u."status" AS step,
  u."choices", u."attempts", u."leasedUntil"::text AS lease`;

/** Takes the next file that waits, or whose worker's lease is over; storing goes before reading. Null where none does. */
export async function claim(leaseFor: number): Promise<Job | null> {
  const { rows } = await pool().query<Job>({ name: "import-claim", text: CLAIM, values: [leaseFor] });
  return rows[0] ?? null;
}

/** Gives up on files whose every try ended with its worker. */
export async function giveUp(): Promise<void> {
  await pool().query({
    name: "import-give-up",
    text: `UPDATE "Upload" SET "status" = 'failed', "problem" = 'import_gave_up', "leasedUntil" = NULL
      WHERE ${WAITS} AND "attempts" >= ${MOST_ATTEMPTS}`,
  });
}

/** Keeps the file for longer. False where it is not this worker's any more. */
export async function renew(job: Job, leaseFor: number): Promise<boolean> {
  const { rows } = await pool().query<{ lease: string }>({
    name: "import-renew",
    text: `UPDATE "Upload" SET "leasedUntil" = clock_timestamp() + make_interval(secs => $3 / 1000.0)
      WHERE "id" = $1 AND "leasedUntil" = $2::timestamptz AND "status" IN ('reading', 'storing')
      RETURNING "leasedUntil"::text AS lease`,
    values: [job.id, job.lease, leaseFor],
  });
  if (!rows[0]) return false;
  job.lease = rows[0].lease;
  return true;
}

/** What came of a step. */
export type Outcome =
  | { status: "read"; reading: Uint8Array; facts: object }
  | { status: "stored"; transcriptId: string }
  | { status: "failed"; problem: string }
  /** Not now: given back as it was, to be taken up again after so many milliseconds, without counting as a try. */
  | { status: "later"; after: number };

/** Ends the step. False, and nothing is changed, where the file was cancelled meanwhile or another worker has it. */
export async function finish(job: Job, outcome: Outcome): Promise<boolean> {
  const set = change(job, outcome);
  const columns = Object.keys(set).map((column, index) => `"${column}" = $${index + 3}`);
  const { rowCount } = await pool().query(
    `UPDATE "Upload" SET ${columns.join(", ")}
     WHERE "id" = $1 AND "leasedUntil" = $2::timestamptz AND "status" IN ('reading', 'storing')`,
    [job.id, job.lease, ...Object.values(set)],
  );
  return rowCount === 1;
}

function change(job: Job, outcome: Outcome): Record<string, unknown> {
  switch (outcome.status) {
    case "read":
      return {
        ...outcome,
        facts: JSON.stringify(outcome.facts),
        problem: null,
        attempts: 0,
        leasedUntil: null,
      };
    case "stored":
      // The words are the transcript's now: what redacts it must find no second copy of them.
      return { ...outcome, reading: null, problem: null, attempts: 0, leasedUntil: null };
    case "failed":
      return { ...outcome, attempts: 0, leasedUntil: null };
    case "later":
      return {
        status: job.step === "reading" ? "received" : "chosen",
        attempts: job.attempts - 1,
        leasedUntil: new Date(Date.now() + outcome.after).toISOString(),
      };
  }
}

import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import { type Change, type Operation, plan } from "@/lib/domain/coding";
import type { OperationOutcome } from "@/lib/schemas/coding";
import { pool } from "@/lib/server/db";
import { versionLock } from "@/lib/server/locks";
import { caughtUp, changeNow, rowsOf } from "@/lib/server/revisions/data";
import { prepare } from "./data";

/**
 * Does a coder's operations in their order, each in a transaction of its own, and answers an outcome
 * for each. One that is refused does not hold up the next. An operation whose id is in the history
 * already is answered with what came of it, and done no second time.
 */
export async function applyOperations(
  scope: StudyScope,
  transcriptId: string,
  operations: Operation[],
): Promise<OperationOutcome[]> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    const outcomes: OperationOutcome[] = [];
    for (const operation of operations) outcomes.push(await perform(client, scope, transcriptId, operation));
    return outcomes;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection in an unknown state is closed rather than given to somebody else.
    client.release(broken);
  }
}

async function perform(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
): Promise<OperationOutcome> {
  // No version is replaced meanwhile; and one line for each coder in each transcript: two tabs of one
  // person can't interleave. Sent with BEGIN, so that it costs no round trip of its own.
  await client.query(
    `BEGIN; SELECT pg_advisory_xact_lock_shared(${versionLock(transcriptId)}), pg_advisory_xact_lock(${lineOf(scope.userId, transcriptId)})`,
  );
  const outcome = await decide(client, scope, transcriptId, operation);
  await client.query(outcome.ok ? "COMMIT" : "ROLLBACK");
  return outcome;
}

async function decide(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
): Promise<OperationOutcome> {
  const { id } = operation;
  const rows = rowsOf.client(client);
  const { view, done } = await prepare(client, scope, transcriptId, operation);
  if (done && !done.own) return { id, ok: false, reason: "id_taken" };
  if (done) {
    const change = await changeNow(rows, scope.studyId, view.version.id, done.change);
    return { id, ok: true, seq: done.seq, change };
  }
  // Made on a version that has been corrected since, it is done where its words are now, or waits there.
  const now = await caughtUp(
    rows,
    transcriptId,
    { operation, view },
    async (moved) => (await prepare(client, scope, transcriptId, moved)).view,
  );
  const planned = plan(now.operation, now.view);
  if (!planned.ok) return { id, ok: false, reason: planned.reason, current: planned.current };
  try {
    const { seq, written } = await write(client, scope, transcriptId, operation, planned);
    const expected = planned.after.segments.length + planned.after.codings.length;
    // An id that the client made up is in use already, in a place that it can't see.
    if (written < expected) return { id, ok: false, reason: "id_taken" };
    return { id, ok: true, seq, change: planned.after };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "23505")
      return { id, ok: false, reason: "id_taken" };
    throw error;
  }
}

/**
 * Rows, number and event in one statement. The event comes last, under the lock on the study's row,
 * which orders the events of a study by commit.
 */
const WRITE = `
WITH segments AS (
  INSERT INTO "Segment" ("id", "studyId", "transcriptId", "versionId", "coderId", "start", "end", "quote", "before", "after",
    "stance", "permission", "memo", "deletedAt")
  SELECT x."id", $2, $3, x."versionId", x."coderId", x."start", x."end", x."quote", x."before", x."after",
    x."stance", x."permission", x."memo", CASE WHEN x."deleted" THEN now() END
  FROM jsonb_to_recordset($8::jsonb->'segments') AS x("id" uuid, "versionId" uuid, "coderId" uuid, "start" int, "end" int, "quote" text,
    "before" text, "after" text, "stance" "Stance", "permission" "Permission", "memo" text, "deleted" boolean)
  ON CONFLICT ("id") DO UPDATE SET "versionId" = EXCLUDED."versionId", "start" = EXCLUDED."start", "end" = EXCLUDED."end", "quote" = EXCLUDED."quote",
    "before" = EXCLUDED."before", "after" = EXCLUDED."after", "stance" = EXCLUDED."stance",
    "permission" = EXCLUDED."permission", "memo" = EXCLUDED."memo", "deletedAt" = EXCLUDED."deletedAt"
  WHERE "Segment"."studyId" = $2
  RETURNING "id"
), codings AS (
  INSERT INTO "Coding" ("id", "segmentId", "studyId", "coderId", "codeId", "codebookStudyId", "revision", "deletedAt")
  SELECT x."id", x."segmentId", $2, x."coderId", x."codeId", $9, x."revision", CASE WHEN x."deleted" THEN now() END
  FROM jsonb_to_recordset($8::jsonb->'codings') AS x("id" uuid, "segmentId" uuid, "coderId" uuid, "codeId" uuid, "revision" int, "deleted" boolean)
  ON CONFLICT ("id") DO UPDATE SET "deletedAt" = EXCLUDED."deletedAt"
  WHERE "Coding"."studyId" = $2 AND "Coding"."segmentId" = EXCLUDED."segmentId" AND "Coding"."codeId" = EXCLUDED."codeId"
  RETURNING "id"
), numbered AS (
  UPDATE "Study" SET "seq" = "seq" + 1 WHERE "id" = $2 RETURNING "seq"
)
INSERT INTO "HistoryEvent" ("id", "studyId", "seq", "actorId", "transcriptId", "kind", "undoes", "before", "after")
SELECT $1, $2, "seq", $4, $3, $5, $6, $7::jsonb, $8::jsonb FROM numbered
RETURNING "seq", (SELECT count(*) FROM segments) + (SELECT count(*) FROM codings) AS written`;

async function write(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
  { before, after }: { before: Change; after: Change },
): Promise<{ seq: number; written: number }> {
  const { rows } = await client.query<{ seq: string; written: string }>({
    name: "coding-write",
    text: WRITE,
    values: [
      operation.id,
      scope.studyId,
      transcriptId,
      scope.userId,
      `coding.${operation.kind}`,
      operation.kind === "undo" ? operation.eventId : null,
      JSON.stringify(before),
      JSON.stringify(after),
      scope.codebookStudyId,
    ],
  });
  return { seq: Number(rows[0]?.seq), written: Number(rows[0]?.written) };
}

/** The number of the advisory lock of one coder in one transcript: 63 bits of a hash. */
function lineOf(userId: string, transcriptId: string): bigint {
  const hash = createHash("sha256").update(userId).update(transcriptId).digest();
  return hash.readBigInt64BE() >> 1n;
}

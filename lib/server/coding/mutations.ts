import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import { type Change, type Operation, plan } from "@/lib/domain/coding";
import type { OperationOutcome } from "@/lib/schemas/coding";
import { pool } from "@/lib/server/db";
import { codebookLock, versionLock } from "@/lib/server/locks";
import { caughtUp, changeNow, rowsOf } from "@/lib/server/revisions/data";
import { type Prepared, prepare } from "./data";

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
  const { id } = operation;
  // Nothing is erased, no code is merged and no version is replaced meanwhile; and one line for each coder in each transcript: two tabs of one
  // person can't interleave. What is asked next is sent along, and sees all that was committed when its
  // turn in the line came.
  const [, prepared] = await Promise.all([
    client.query(
      `BEGIN; SELECT pg_advisory_xact_lock_shared("erasureLock"('${scope.studyId}')), pg_advisory_xact_lock_shared(${codebookLock(scope.codebookStudyId)}),
        pg_advisory_xact_lock_shared(${versionLock(transcriptId)}), pg_advisory_xact_lock(${lineOf(scope.userId, transcriptId)})`,
    ),
    prepare(client, scope, transcriptId, operation),
  ]);
  const decided = await decide(client, scope, transcriptId, operation, prepared);
  if ("after" in decided) return finish(client, scope, transcriptId, operation, decided);
  await client.query("ROLLBACK");
  return { id, ...decided };
}

type Answer<T = OperationOutcome> = T extends OperationOutcome ? Omit<T, "id"> : never;

/** What is to be written; or where nothing is, the answer. */
async function decide(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
  { view, done }: Prepared,
): Promise<Answer | { before: Change; after: Change }> {
  const rows = rowsOf.client(client);
  if (done && !done.own) return { ok: false, reason: "id_taken" };
  // What came of it was deleted since, and is gone for good.
  if (done && !done.change) return { ok: false, reason: "gone" };
  if (done?.change) {
    const change = await changeNow(rows, scope.studyId, view.version.id, done.change);
    return { ok: true, seq: done.seq, change };
  }
  // Made on a version that has been corrected since, it is done where its words are now, or waits there.
  const now = await caughtUp(
    rows,
    transcriptId,
    { operation, view },
    async (moved) => (await prepare(client, scope, transcriptId, moved)).view,
  );
  return plan(now.operation, now.view);
}

/** What PostgreSQL says where an id that the client made up is in use already, in a place that it can't see. */
const ID_TAKEN = new Set(["23505", "22012"]);

/**
 * Writes and commits, sent together: the row of the study is locked from one to the other, so every other
 * coder of the study would wait for a round trip between them. What fails to be written is not committed.
 */
async function finish(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
  planned: { before: Change; after: Change },
): Promise<OperationOutcome> {
  const { id } = operation;
  const [seq, committed] = await Promise.allSettled([
    write(client, scope, transcriptId, operation, planned),
    client.query("COMMIT"),
  ]);
  if (committed.status === "rejected") throw committed.reason;
  if (seq.status === "fulfilled") return { id, ok: true, seq: seq.value, change: planned.after };
  const { reason } = seq;
  if (reason instanceof Error && "code" in reason && ID_TAKEN.has(String(reason.code)))
    return { id, ok: false, reason: "id_taken" };
  throw reason;
}

/**
 * Rows, number and event in one statement. The event comes last, under the lock on the study's row,
 * which orders the events of a study by commit. A row that was not written, because its id is another
 * one's, makes the whole fail: it divides by zero, the one way to say so without a function.
 */
const WRITE = `
WITH segments AS (
  INSERT INTO "Segment" ("id", "studyId", "transcriptId", "versionId", "coderId", "start", "end", "quote", "before", "after",
    "stance", "permission", "memo", "certainty", "deletedAt")
  SELECT x."id", $2, $3, x."versionId", x."coderId", x."start", x."end", x."quote", x."before", x."after",
    x."stance", x."permission", x."memo", x."certainty", CASE WHEN x."deleted" THEN now() END
  FROM jsonb_to_recordset($8::jsonb->'segments') AS x("id" uuid, "versionId" uuid, "coderId" uuid, "start" int, "end" int, "quote" text,
    "before" text, "after" text, "stance" "Stance", "permission" "Permission", "memo" text,
    "certainty" "Certainty", "deleted" boolean)
  ON CONFLICT ("id") DO UPDATE SET "versionId" = EXCLUDED."versionId", "start" = EXCLUDED."start", "end" = EXCLUDED."end", "quote" = EXCLUDED."quote",
    "before" = EXCLUDED."before", "after" = EXCLUDED."after", "stance" = EXCLUDED."stance",
    "permission" = EXCLUDED."permission", "memo" = EXCLUDED."memo", "certainty" = EXCLUDED."certainty",
    "deletedAt" = EXCLUDED."deletedAt"
  WHERE "Segment"."studyId" = $2
  RETURNING "id"
), codings AS (
  INSERT INTO "Coding" ("id", "segmentId", "studyId", "coderId", "codeId", "codebookStudyId", "revision", "deletedAt")
  SELECT x."id", x."segmentId", $2, x."coderId", x."codeId", $9, x."revision", CASE WHEN x."deleted" THEN now() END
  FROM jsonb_to_recordset($8::jsonb->'codings') AS x("id" uuid, "segmentId" uuid, "coderId" uuid, "codeId" uuid, "revision" int, "deleted" boolean)
  ON CONFLICT ("id") DO UPDATE SET "revision" = EXCLUDED."revision", "deletedAt" = EXCLUDED."deletedAt"
  WHERE "Coding"."studyId" = $2 AND "Coding"."segmentId" = EXCLUDED."segmentId" AND "Coding"."codeId" = EXCLUDED."codeId"
  RETURNING "id"
), numbered AS (
  UPDATE "Study" SET "seq" = "seq" + 1 WHERE "id" = $2 RETURNING "seq"
)
INSERT INTO "HistoryEvent" ("id", "studyId", "seq", "actorId", "transcriptId", "kind", "undoes", "before", "after")
SELECT $1, $2, "seq", $4, $3, $5, $6, $7::jsonb, $8::jsonb FROM numbered
RETURNING "seq", 1 / CASE WHEN (SELECT count(*) FROM segments) + (SELECT count(*) FROM codings) = $10 THEN 1 ELSE 0 END`;

async function write(
  client: PoolClient,
  scope: StudyScope,
  transcriptId: string,
  operation: Operation,
  { before, after }: { before: Change; after: Change },
): Promise<number> {
  const { rows } = await client.query<{ seq: string }>({
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
      after.segments.length + after.codings.length,
    ],
  });
  return Number(rows[0]?.seq);
}

/** The number of the advisory lock of one coder in one transcript: 63 bits of a hash. */
function lineOf(userId: string, transcriptId: string): bigint {
  const hash = createHash("sha256").update(userId).update(transcriptId).digest();
  return hash.readBigInt64BE() >> 1n;
}

import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Change } from "@/lib/domain/coding";
import type { Tx } from "@/lib/server/history";

/** What is coded in one transcript, as an event of its own. */
export interface Part {
  id: string;
  transcriptId: string;
  before: Change;
  after: Change;
}

const PARTS = `jsonb_to_recordset($1::jsonb) AS p("id" uuid, "transcriptId" uuid, "before" jsonb, "after" jsonb)`;

/** A segment that stood there already stays as it is. */
const SEGMENTS = `
INSERT INTO "Segment" ("id", "studyId", "transcriptId", "versionId", "coderId", "start", "end", "quote", "before", "after",
  "stance", "permission", "memo", "certainty")
SELECT x."id", $2::uuid, p."transcriptId", x."versionId", x."coderId", x."start", x."end", x."quote", x."before", x."after",
  x."stance", x."permission", x."memo", x."certainty"
FROM ${PARTS}, jsonb_to_recordset(p."after"->'segments') AS x("id" uuid, "versionId" uuid, "coderId" uuid, "start" int, "end" int,
  "quote" text, "before" text, "after" text, "stance" "Stance", "permission" "Permission", "memo" text, "certainty" "Certainty")
ON CONFLICT ("id") DO NOTHING`;

const CODINGS = `
INSERT INTO "Coding" ("id", "segmentId", "studyId", "coderId", "codeId", "codebookStudyId", "revision")
SELECT x."id", x."segmentId", $2::uuid, x."coderId", x."codeId", $3::uuid, x."revision"
FROM ${PARTS}, jsonb_to_recordset(p."after"->'codings') AS x("id" uuid, "segmentId" uuid, "coderId" uuid, "codeId" uuid, "revision" int)`;

const EVENTS = `
INSERT INTO "HistoryEvent" ("id", "studyId", "seq", "actorId", "transcriptId", "kind", "before", "after")
SELECT p."id", $2::uuid, $3::bigint + row_number() OVER (), $4::uuid, p."transcriptId", 'coding.search', p."before", p."after" FROM ${PARTS}`;

/** Codings written at once, and more where one transcript has more. */
const AT_ONCE = 250;

/**
 * Writes the rows, and an event in each transcript; the event of the whole comes after them. `tell` is told what share
 * of it is written.
 */
export async function writeParts(
  tx: Tx,
  scope: StudyScope,
  parts: readonly Part[],
  tell: (share: number) => Promise<void>,
): Promise<void> {
  const { studyId, codebookStudyId, userId } = scope;
  const batches = batchesOf(parts);
  for (const [at, { json }] of batches.entries()) {
    await tell(at / batches.length);
    await tx.$executeRawUnsafe(SEGMENTS, json, studyId);
    await tx.$executeRawUnsafe(CODINGS, json, studyId, codebookStudyId);
  }
  const { seq } = await tx.study.update({
    where: { id: studyId },
    data: { seq: { increment: parts.length } },
    select: { seq: true },
  });
  let last = Number(seq) - parts.length;
  for (const { json, count } of batches) {
    await tx.$executeRawUnsafe(EVENTS, json, studyId, last, userId);
    last += count;
  }
  await tell(1);
}

function batchesOf(parts: readonly Part[]): { json: string; count: number }[] {
  const batches: { json: string; count: number }[] = [];
  let [some, codings]: [Part[], number] = [[], 0];
  for (const [at, part] of parts.entries()) {
    some.push(part);
    codings += part.after.codings.length;
    if (codings < AT_ONCE && at + 1 < parts.length) continue;
    batches.push({ json: JSON.stringify(some), count: some.length });
    [some, codings] = [[], 0];
  }
  return batches;
}

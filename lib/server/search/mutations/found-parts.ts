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

/** Writes the rows, and an event in each transcript; the event of the whole comes after them. */
export async function writeParts(tx: Tx, scope: StudyScope, parts: readonly Part[]): Promise<void> {
  const { studyId, codebookStudyId, userId } = scope;
  const json = JSON.stringify(parts);
  await tx.$executeRawUnsafe(SEGMENTS, json, studyId);
  await tx.$executeRawUnsafe(CODINGS, json, studyId, codebookStudyId);
  const { seq } = await tx.study.update({
    where: { id: studyId },
    data: { seq: { increment: parts.length } },
    select: { seq: true },
  });
  await tx.$executeRawUnsafe(EVENTS, json, studyId, Number(seq) - parts.length, userId);
}

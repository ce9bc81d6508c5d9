import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { occurrences } from "@/lib/domain/revision";
import type { Elsewhere } from "@/lib/schemas/revisions";
import { named, seenMemos, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";

const holds = (text: string) => `position($2 IN normalize(${text}, NFKC)) > 0`;

/** What people have written beside the texts. The database finds the letters; whether they are the name is looked at after. */
const writtenFor = (scope: StudyScope) => `
SELECT 'memos' AS "where", t."id", t."title", s."memo" AS text, s."id" AS "segmentId" FROM ${seenSegments(scope)} s JOIN "Transcript" t ON t."id" = s."transcriptId"
  WHERE s."studyId" = $1 AND s."deletedAt" IS NULL AND s."memo" <> '' AND ${holds(`s."memo"`)}
UNION ALL SELECT 'memos', t."id", t."title", m."text", m."segmentId" FROM "Memo" m LEFT JOIN "Segment" g ON g."id" = m."segmentId"
  LEFT JOIN "Transcript" t ON t."id" = coalesce(m."transcriptId", g."transcriptId")
  WHERE m."studyId" = $1 AND m."deletedAt" IS NULL AND ${seenMemos(scope)} AND ${holds(`m."text"`)}
UNION ALL SELECT 'reasons', t."id", t."title", v."reason", NULL FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
  WHERE t."studyId" = $1 AND v."reason" <> '' AND ${holds(`v."reason"`)}
UNION ALL SELECT 'people', NULL, NULL, i."position", NULL FROM "Interviewee" i WHERE i."studyId" = $1 AND ${holds(`i."position"`)}
UNION ALL SELECT 'people', NULL, NULL, a."value", NULL FROM "AttributeValue" a WHERE a."studyId" = $1 AND ${holds(`a."value"`)}
UNION ALL SELECT 'interviews', NULL, NULL, x.text, NULL FROM "Interview" i
  CROSS JOIN LATERAL (SELECT concat_ws(E'\\n', i."place", i."mode", array_to_string(i."interviewers", E'\\n')) AS text) x
  WHERE i."studyId" = $1 AND ${holds("x.text")}
UNION ALL SELECT 'codebook', NULL, NULL, x.text, NULL FROM "Code" c
  CROSS JOIN LATERAL (SELECT concat_ws(E'\\n', c."name", c."definition", c."whenToUse", c."whenNotToUse", c."example", c."counterExample") AS text) x
  WHERE c."studyId" = $3 AND ${holds("x.text")}
ORDER BY "where", "title", "id"`;

interface Row {
  where: Elsewhere["where"];
  id: string | null;
  title: string | null;
  text: string;
  segmentId: string | null;
}

/**
 * Where a name stands that hiding it in texts does not reach: memos, reasons of versions, what is written
 * of people and interviews, and the codebook. Notes that hold it are counted, by transcript where they
 * belong to one.
 */
export async function elsewhere(scope: StudyScope, words: string): Promise<Elsewhere[]> {
  const { rows } = await pool().query<Row>({
    ...named(scope, "revision-elsewhere"),
    text: writtenFor(scope),
    values: [scope.studyId, words.normalize("NFKC").trim(), scope.codebookStudyId],
  });
  const found = new Map<string, Elsewhere>();
  for (const { where, id, title, text, segmentId } of rows) {
    if (occurrences(text, words).length === 0) continue;
    const key = `${where} ${id}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else
      found.set(key, { where, count: 1, transcript: id && title !== null ? { id, title, segmentId } : null });
  }
  return [...found.values()];
}

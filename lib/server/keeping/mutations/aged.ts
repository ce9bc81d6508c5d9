import "server-only";
import type { Tx } from "@/lib/server/history";

/** A row that only the history holds any more, and that for longer than it may be brought back. */
export interface AgedRow {
  id: string;
  studyId: string;
  table: "interviewee" | "interview" | "attribute" | "cluster" | "question";
}

const listIn = (name: string) =>
  `jsonb_array_elements(CASE jsonb_typeof(e."before"->'${name}') WHEN 'array' THEN e."before"->'${name}' ELSE '[]' END) x`;

/**
 * Rows that were deleted, by whichever event: with what went with them, and by taking back what had made them. Of one that
 * was brought back and deleted again, the last time counts. What is there is not gone.
 */
const AGED = `
WITH gone AS (
  SELECT e."studyId", e."at", split_part(e."kind", '.', 1) AS "table", e."before"->>'id' AS "id" FROM "HistoryEvent" e
    WHERE e."kind" IN ('interviewee.delete', 'interview.delete', 'attribute.delete', 'cluster.delete', 'question.delete')
  UNION ALL SELECT e."studyId", e."at", 'interview', x->>'id' FROM "HistoryEvent" e, ${listIn("interviews")} WHERE e."kind" = 'interviewee.delete'
  UNION ALL SELECT e."studyId", e."at", 'question', x->>'id' FROM "HistoryEvent" e, ${listIn("questions")} WHERE e."kind" = 'cluster.delete'
  UNION ALL SELECT e."studyId", e."at", x->>'table', x->>'id' FROM "HistoryEvent" e,
    jsonb_array_elements(CASE jsonb_typeof(e."after"->'rows') WHEN 'array' THEN e."after"->'rows' ELSE '[]' END) x
    WHERE e."kind" = 'history.undo' AND x->'after' = 'null'
      AND x->>'table' IN ('interviewee', 'interview', 'attribute', 'cluster', 'question')
)
SELECT g."id", g."studyId", g."table" FROM gone g WHERE g."id" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Interviewee" r WHERE r."id" = g."id"::uuid)
  AND NOT EXISTS (SELECT 1 FROM "Interview" r WHERE r."id" = g."id"::uuid)
  AND NOT EXISTS (SELECT 1 FROM "Attribute" r WHERE r."id" = g."id"::uuid)
  AND NOT EXISTS (SELECT 1 FROM "Cluster" r WHERE r."id" = g."id"::uuid)
  AND NOT EXISTS (SELECT 1 FROM "Question" r WHERE r."id" = g."id"::uuid)
GROUP BY 1, 2, 3 HAVING max(g."at") < $1`;

/** The rows that were deleted before a moment and have not come back. Those that the history has forgotten are not among them. */
export function agedRows(tx: Tx, before: Date): Promise<AgedRow[]> {
  return tx.$queryRawUnsafe<AgedRow[]>(AGED, before);
}

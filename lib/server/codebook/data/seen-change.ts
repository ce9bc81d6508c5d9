import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { ChangePart } from "@/lib/schemas/codebook";
import { blindIn } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";

/** What a change of the codebook says of the codings that it gave other codes. */
interface Recoded {
  parts?: ChangePart[];
  moved?: number;
  joined?: number;
}

/**
 * What a merge or a split answers, as far as the person who did it sees codings: while they are blind in a
 * round, it is done to everybody's, and counted are those that they see.
 */
export async function seenChange<Change extends Recoded>(scope: StudyScope, change: Change): Promise<Change> {
  const { parts = [], moved, joined } = change;
  if (!scope.blind || parts.length === 0) return change;
  const { rows } = await pool().query<{ id: string; moved: number; joined: number }>(
    `SELECT e."id", count(*) FILTER (WHERE NOT (x->>'deleted')::boolean)::int AS moved,
       count(*) FILTER (WHERE (x->>'deleted')::boolean)::int AS joined
     FROM "HistoryEvent" e, jsonb_array_elements(e."after"->'codings') x
     WHERE e."id" = ANY($1::uuid[]) AND (x->>'coderId' = $2::text OR e."transcriptId" NOT IN ${blindIn(scope)}) GROUP BY 1`,
    [parts.map(({ eventId }) => eventId), scope.userId],
  );
  const seen = new Set(rows.map(({ id }) => id));
  const sum = (of: "moved" | "joined") => rows.reduce((all, row) => all + row[of], 0);
  return {
    ...change,
    parts: parts.filter(({ eventId }) => seen.has(eventId)),
    ...(moved !== undefined && { moved: sum("moved") + (joined === undefined ? sum("joined") : 0) }),
    ...(joined !== undefined && { joined: sum("joined") }),
  };
}

/**
 * On how many segments, of those that they see, the undo of a change of the codebook left codings as they had been
 * changed since: those of which the change holds codings that the undo holds none of.
 */
export async function seenLeft(scope: StudyScope, change: string, undo: string): Promise<number> {
  const codingsOf = (event: string) => `
    SELECT (x->>'segmentId') AS "segmentId", (x->>'id') AS id
    FROM "HistoryEvent" w, jsonb_array_elements(CASE jsonb_typeof(w."after"->'parts') WHEN 'array' THEN w."after"->'parts' ELSE '[]' END) p
    JOIN "HistoryEvent" e ON e."id" = (p->>'eventId')::uuid AND e."forgotten" IS NULL, jsonb_array_elements(e."after"->'codings') x
    WHERE w."id" = ${event}::uuid AND (x->>'coderId' = $3::text OR e."transcriptId" NOT IN ${blindIn(scope)})`;
  const { rows } = await pool().query<{ left: number }>(
    `SELECT count(DISTINCT c."segmentId")::int AS "left" FROM (${codingsOf("$1")}) c
     WHERE c.id NOT IN (SELECT b.id FROM (${codingsOf("$2")}) b)`,
    [change, undo, scope.userId],
  );
  return rows[0]?.left ?? 0;
}

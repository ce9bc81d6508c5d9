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
  left?: number;
}

/**
 * What a merge, a split or an undo answers, as far as the person who did it sees codings: while they are blind in a
 * round, it is done to everybody's, and counted are those that they see.
 */
export async function seenChange<Change extends Recoded>(scope: StudyScope, change: Change): Promise<Change> {
  const { parts = [], moved, joined, left } = change;
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
    ...(moved === undefined && left !== undefined && { left: 0 }),
  };
}

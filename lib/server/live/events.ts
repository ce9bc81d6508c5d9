import "server-only";
import type { Role } from "@/lib/access/can";
import { type Sight, sightOf } from "@/lib/access/live";
import { type LiveEvent, LiveRows } from "@/lib/schemas/live";
import { pool } from "@/lib/server/db";

/** An event of a history, as it is told to those who follow it. */
export interface StudyEvent {
  readonly seq: number;
  readonly kind: string;
  /** As JSON of a `LiveEvent`, for a role and a place of the history among those that a stream follows; null: not shown. */
  told(role: Role, source: number): string | null;
}

interface EventRow {
  id: string;
  seq: string;
  kind: string;
  actorId: string;
  actorName: string;
  transcriptId: string | null;
  after: unknown;
}

/** Rows above so many bytes, as they are stored, are not sent: whoever looks at them reads them anew, which is less for all. */
const LARGE = 32_000;

/** The events of a study after a number, in their order, so many at most. */
export async function eventsAfter(studyId: string, seq: number, limit: number): Promise<StudyEvent[]> {
  // Only codings are told with their rows, and few of them; of other events these may be as long as a transcript.
  const { rows } = await pool().query<EventRow>({
    name: "live-events",
    text: `SELECT e."id", e."seq", e."kind", e."actorId", u."name" AS "actorName", e."transcriptId",
        CASE WHEN e."kind" LIKE 'coding.%' AND e."kind" <> 'coding.restore'
          AND pg_column_size(e."after") < ${LARGE} THEN e."after" END AS "after"
      FROM "HistoryEvent" e JOIN "User" u ON u."id" = e."actorId"
      WHERE e."studyId" = $1 AND e."seq" > $2 ORDER BY e."seq" LIMIT $3`,
    values: [studyId, seq, limit],
  });
  return rows.map(studyEvent);
}

/** The number of the last event of each of these studies. */
export async function lastSeqs(studyIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool().query<{ id: string; seq: string }>({
    name: "live-seqs",
    text: `SELECT "id", "seq" FROM "Study" WHERE "id" = ANY($1::uuid[])`,
    values: [studyIds],
  });
  return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
}

function studyEvent(row: EventRow): StudyEvent {
  const seq = Number(row.seq);
  // Fifty coders are shown the same: it is written out once for each way in which it may be seen.
  const texts = new Map<string, string>();
  return {
    seq,
    kind: row.kind,
    told(role, source) {
      const sight = sightOf(role, row.kind);
      if (!sight) return null;
      const key = `${sight.detail} ${source}`;
      const text = texts.get(key) ?? JSON.stringify(liveEvent(row, seq, source, sight));
      texts.set(key, text);
      return text;
    },
  };
}

function liveEvent(row: EventRow, seq: number, source: number, { topic, detail }: Sight): LiveEvent {
  const event = { source, seq, topic };
  if (detail === "tick") return event;
  const { id, actorId, actorName, transcriptId, after } = row;
  const placed = { ...event, transcriptId, actor: { id: actorId, name: actorName } };
  if (detail === "place") return placed;
  // The schema leaves the words out. An event that keeps its rows in another form says that there are some.
  return { ...placed, id, rows: LiveRows.safeParse(after).data };
}

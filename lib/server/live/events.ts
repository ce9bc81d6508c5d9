import "server-only";
import { changesSight, type Sight, sightOf } from "@/lib/access/live";
import type { Blindness } from "@/lib/access/sight";
import { inText } from "@/lib/domain/history";
import { type LiveEvent, LiveRows } from "@/lib/schemas/live";
import { pool } from "@/lib/server/db";
import { WHOLE_OF_PART } from "@/lib/server/whole-of-part";
import type { Viewer } from "./stream";

/** An event of a history, as it is told to those who follow it. */
export interface StudyEvent {
  readonly seq: number;
  readonly kind: string;
  /** Whether others may be hidden from those who follow after it than before. */
  readonly turnsSight: boolean;
  /** As JSON of a `LiveEvent`, for somebody and a place of the history among those that they follow; null: not shown. */
  told(viewer: Viewer, source: number): string | null;
}

interface EventRow {
  id: string;
  seq: string;
  kind: string;
  actorId: string;
  actorName: string;
  transcriptId: string | null;
  undoes: string | null;
  /** Of a part of what a search coded: the event of the whole, and what that takes back. */
  wholeId: string | null;
  wholeUndoes: string | null;
  after: unknown;
  /** Whose rows it left. */
  coders: string[];
  turns: boolean;
}

/**
 * Of the kinds that seldom change who is blind, whether this one does: another language of a text in which somebody is, and
 * taking back who was assigned. Where nobody is blind there any more, a later event has said so.
 */
const TURNS = `CASE e."kind"
  WHEN 'transcript.add' THEN e."after"->>'pairId' IS NOT NULL
    AND EXISTS (SELECT 1 FROM "Blind" b WHERE b."studyId" = e."studyId" AND b."transcriptId" = e."transcriptId")
  WHEN 'history.undo' THEN e."after" @? '$.rows[*] ? (@.table == "round" || (@.table == "assignment" && (@.before == null || @.after == null)))'
  ELSE false END`;

/** Rows above so many bytes, as they are stored, are not sent: whoever looks at them reads them anew, which is less for all. */
const LARGE = 32_000;

/** The events of a study after a number, in their order, so many at most. */
export async function eventsAfter(studyId: string, seq: number, limit: number): Promise<StudyEvent[]> {
  // Only codings are told with their rows, and few of them; of other events these may be as long as a transcript.
  const { rows } = await pool().query<EventRow>({
    name: "live-events",
    text: `SELECT e."id", e."seq", e."kind", e."actorId", u."name" AS "actorName", e."transcriptId", e."undoes",
        w."id" AS "wholeId", w."undoes" AS "wholeUndoes",
        CASE WHEN e."kind" LIKE 'coding.%' AND e."kind" <> 'coding.restore'
          AND pg_column_size(e."after") < ${LARGE} THEN e."after" END AS "after",
        CASE WHEN e."kind" LIKE 'coding.%' THEN ARRAY(SELECT DISTINCT x #>> '{}'
          FROM jsonb_path_query(e."after", '$.*[*].coderId') x) ELSE '{}' END AS coders,
        ${TURNS} AS turns
      FROM "HistoryEvent" e JOIN "User" u ON u."id" = e."actorId" ${WHOLE_OF_PART}
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
    turnsSight: row.turns || changesSight(row.kind),
    told(viewer, source) {
      const own = viewer.userId === row.actorId;
      const mine = row.coders.includes(viewer.userId);
      const blind = blindness(viewer, row, source);
      const sight = sightOf(viewer.role, row.kind, { own, mine, blind, lent: source > 0 });
      if (!sight) return null;
      const only = blind === "there" && mine ? viewer.userId : null;
      const step = own && source === 0 ? stepOf(row) : null;
      if (only !== null || step)
        return JSON.stringify({ ...liveEvent(row, seq, source, sight, only), ...step });
      const key = `${sight.detail} ${source}`;
      const text = texts.get(key) ?? JSON.stringify(liveEvent(row, seq, source, sight));
      texts.set(key, text);
      return text;
    },
  };
}

/** Somebody is blind in their own study; in the histories of others, whose codebook or guide it uses, nothing is hidden by it. */
function blindness({ blind }: Viewer, { transcriptId }: EventRow, source: number): Blindness {
  if (blind.size === 0 || source > 0) return "nowhere";
  return transcriptId !== null && blind.has(transcriptId) ? "there" : "elsewhere";
}

/** What an event is among its actor's steps in its text. */
function stepOf({ kind, id, undoes, wholeId, wholeUndoes }: EventRow): Pick<LiveEvent, "step"> | null {
  const by = inText(kind);
  if (!by) return null;
  return { step: wholeId === null ? { id, undoes, by } : { id: wholeId, undoes: wholeUndoes, by } };
}

/** `only` is the coder whose rows alone are told. */
function liveEvent(
  row: EventRow,
  seq: number,
  source: number,
  { topic, detail }: Sight,
  only: string | null = null,
): LiveEvent {
  const event = { source, seq, topic };
  if (detail === "tick") return event;
  const { id, actorId, actorName, transcriptId, after } = row;
  const placed = { ...event, transcriptId, actor: { id: actorId, name: actorName } };
  if (detail === "place") return row.kind === "transcript.erase" ? { ...placed, erased: true } : placed;
  // The schema leaves the words out. An event that keeps its rows in another form says that there are some.
  const rows = LiveRows.safeParse(after).data;
  const undoes = row.undoes ?? undefined;
  return { ...placed, id, undoes, rows: only === null ? rows : rows && rowsBy(only, rows) };
}

const rowsBy = (coderId: string, { segments, codings }: LiveRows): LiveRows => ({
  segments: segments.filter((segment) => segment.coderId === coderId),
  codings: codings.filter((coding) => coding.coderId === coderId),
});

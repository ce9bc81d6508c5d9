import "server-only";
import { type Forgetting, forget, isRecord, type Value } from "@/lib/domain/history";
import type { Tx } from "@/lib/server/history";

/**
 * Lets the history forget: inside it, content may give way to the mark of why it does. `by` is the event that has logged
 * it in this transaction, or "purged" for what is too old; the database refuses all else.
 */
export async function forgetting<Answer>(tx: Tx, by: string, work: () => Promise<Answer>): Promise<Answer> {
  await tx.$executeRaw`SELECT set_config('kikitori.forgetting', ${by}, true)`;
  const answer = await work();
  await tx.$executeRaw`SELECT set_config('kikitori.forgetting', '', true)`;
  return answer;
}

/** Takes all content from the events of transcripts. Answers how many had some. */
export function forgetTranscripts(
  tx: Tx,
  studyId: string,
  transcriptIds: readonly string[],
): Promise<number> {
  const marked = (side: string) => `CASE WHEN "${side}" IS NULL THEN NULL ELSE '{"erased": true}'::jsonb END`;
  return tx.$executeRawUnsafe(
    `UPDATE "HistoryEvent" SET "before" = ${marked("before")}, "after" = ${marked("after")}, "forgotten" = 'erased'
     WHERE "studyId" = $1::uuid AND "transcriptId" = ANY($2::uuid[]) AND "kind" <> 'transcript.erase'`,
    studyId,
    transcriptIds,
  );
}

/** Events read at once. */
const BATCH = 100;

interface Row {
  id: string;
  seq: bigint;
  before: Value;
  after: Value;
}

interface Forgotten {
  ids: ReadonlySet<string>;
  /** The rows themselves alone, and not what is about them. */
  own?: boolean;
  /** A condition on `e`: which events may tell of them, so that not all of a long history are read. */
  among: string;
  /** Of its parameters, from $3 on. */
  values?: readonly unknown[];
}

/** Takes from events what they say of certain rows. Answers how many said something. */
export async function forgetRows(
  tx: Tx,
  studyId: string,
  { ids, own = false, among, values = [] }: Forgotten,
  why: Forgetting,
): Promise<number> {
  if (ids.size === 0) return 0;
  let changed = 0;
  let after = 0n;
  for (;;) {
    const rows = await tx.$queryRawUnsafe<Row[]>(
      `SELECT e."id", e."seq", e."before", e."after" FROM "HistoryEvent" e
       WHERE e."studyId" = $1::uuid AND e."seq" > $2 AND (${among}) ORDER BY e."seq" LIMIT ${BATCH}`,
      studyId,
      after,
      ...values,
    );
    changed += await write(tx, rows, (value) => forget(value, ids, why, own), why);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return changed;
    after = last.seq;
  }
}

async function write(
  tx: Tx,
  rows: readonly Row[],
  without: (value: Value) => Value,
  why: Forgetting,
): Promise<number> {
  const less = rows.flatMap((row) => {
    const [before, after] = [without(row.before), without(row.after)];
    return before === row.before && after === row.after ? [] : [{ id: row.id, before, after }];
  });
  if (less.length === 0) return 0;
  // JSON's own null, of a side that is an object or a list otherwise, is the column's.
  return tx.$executeRawUnsafe(
    `UPDATE "HistoryEvent" e SET "before" = nullif(x."before", 'null'), "after" = nullif(x."after", 'null'),
       "forgotten" = CASE WHEN $2 = 'erased' THEN 'erased' ELSE coalesce(e."forgotten"::text, 'purged') END::"Forgetting"
     FROM jsonb_to_recordset($1::jsonb) AS x("id" uuid, "before" jsonb, "after" jsonb) WHERE e."id" = x."id"`,
    JSON.stringify(
      less.map(({ id, before, after }) => ({ id, before: asStored(before), after: asStored(after) })),
    ),
    why,
  );
}

const asStored = (value: Value): Value => (isRecord(value) || Array.isArray(value) ? value : null);

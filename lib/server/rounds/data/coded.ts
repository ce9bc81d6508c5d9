import "server-only";
import { z } from "zod";
import type { StudyScope } from "@/lib/access/scope";
import { codedTalk } from "@/lib/domain/round";
import { unitCounter, wordStarts } from "@/lib/domain/text";
import { pool } from "@/lib/server/db";

/** Under which name the figures are kept beside others of a transcript (see `Digest`). */
const FILTER = "round";
/** Texts that are counted at once. */
const BATCH = 20;

// What the figures rest on: the text, who speaks in it, and what was done in it since, but for what rounds themselves say.
const STATES = `
SELECT t."id", t."language", v."id" AS "versionId", v."length", split_part(d."stamp", ' ', 1) AS stamp,
  convert_from(d."data", 'UTF8') AS data,
  md5(concat_ws(' ', v."id", t."language",
    (SELECT max(e."seq") FROM "HistoryEvent" e WHERE e."transcriptId" = t."id" AND e."kind" NOT LIKE 'round.%'),
    (SELECT string_agg(concat_ws(':', p."id", p."role"), ',' ORDER BY p."id") FROM "Speaker" p
      WHERE p."transcriptId" = t."id"))) AS state
FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
LEFT JOIN "Digest" d ON d."transcriptId" = t."id" AND d."filter" = '${FILTER}'
WHERE t."studyId" = $1 AND t."id" = ANY($2::uuid[])`;

const TEXTS = `
SELECT v."id" AS "versionId",
  (SELECT coalesce(json_agg(json_build_object('start', u."bodyStart", 'end', u."end")), '[]')
    FROM "Turn" u JOIN "Speaker" p ON p."id" = u."speakerId" AND p."role" = 'interviewee' WHERE u."versionId" = v."id") AS parts,
  (SELECT coalesce(json_agg(json_build_object('coderId', s."coderId", 'start', s."start", 'end', s."end")), '[]')
    FROM "Segment" s WHERE s."versionId" = v."id" AND s."deletedAt" IS NULL
    AND EXISTS (SELECT 1 FROM "Coding" c WHERE c."segmentId" = s."id" AND c."deletedAt" IS NULL)) AS segments,
  (SELECT coalesce(json_agg(json_build_object('start', p."start", 'text', p."text") ORDER BY p."start"), '[]')
    FROM "Paragraph" p WHERE p."versionId" = v."id") AS lines
FROM "TranscriptVersion" v WHERE v."id" = ANY($1::uuid[])`;

interface StateRow {
  id: string;
  language: string;
  versionId: string;
  length: number;
  state: string;
  stamp: string | null;
  data: string | null;
}

interface TextRow {
  versionId: string;
  parts: { start: number; end: number }[];
  segments: { coderId: string; start: number; end: number }[];
  lines: { start: number; text: string }[];
}

/** How much interviewees say in a transcript, and how much of it each coder has coded. */
const Coded = z.object({ of: z.int(), by: z.record(z.string(), z.int()) });
export type Coded = z.infer<typeof Coded>;

/**
 * The figures of these transcripts, by id. Counting reads a whole text, so they are kept until something is done in
 * it. They are everybody's: whoever calls leaves out what may not be seen.
 */
export async function codedIn(
  scope: StudyScope,
  transcriptIds: readonly string[],
): Promise<Map<string, Coded>> {
  if (transcriptIds.length === 0) return new Map();
  const { rows } = await pool().query<StateRow>({
    name: "round-states",
    text: STATES,
    values: [scope.studyId, [...new Set(transcriptIds)]],
  });
  const found = new Map<string, Coded>();
  const stale: StateRow[] = [];
  for (const row of rows) {
    const kept = row.stamp === row.state ? Coded.safeParse(JSON.parse(row.data ?? "null")) : null;
    if (kept?.success) found.set(row.id, kept.data);
    else stale.push(row);
  }
  for (let at = 0; at < stale.length; at += BATCH) {
    const batch = stale.slice(at, at + BATCH);
    const counted = await countTexts(batch);
    await keep(batch, counted);
    for (const [id, coded] of counted) found.set(id, coded);
  }
  return found;
}

async function countTexts(states: readonly StateRow[]): Promise<Map<string, Coded>> {
  const { rows } = await pool().query<TextRow>({
    name: "round-texts",
    text: TEXTS,
    values: [states.map(({ versionId }) => versionId)],
  });
  const byVersion = new Map(rows.map((row) => [row.versionId, row]));
  return new Map(
    states.flatMap(({ id, versionId, language, length }): [string, Coded][] => {
      const row = byVersion.get(versionId);
      if (!row) return [];
      const starts = row.lines.flatMap(({ start, text }) =>
        wordStarts(text, language).map((at) => at + start),
      );
      const { of, by } = codedTalk({ parts: row.parts, count: unitCounter(starts, length) }, row.segments);
      return [[id, { of, by: Object.fromEntries(by) }]];
    }),
  );
}

/** Under the state that was read before the text was: at worst something is counted once more. */
async function keep(states: readonly StateRow[], counted: ReadonlyMap<string, Coded>): Promise<void> {
  const sorted = states.filter(({ id }) => counted.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await pool().query({
    name: "round-keep",
    text: `INSERT INTO "Digest" ("transcriptId", "filter", "stamp", "data")
      SELECT k, '${FILTER}', s || ' ' || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), convert_to(b, 'UTF8')
      FROM unnest($1::uuid[], $2::text[], $3::text[]) AS x(k, s, b)
      ON CONFLICT ("transcriptId", "filter") DO UPDATE SET "stamp" = EXCLUDED."stamp", "data" = EXCLUDED."data"`,
    values: [
      sorted.map(({ id }) => id),
      sorted.map(({ state }) => state),
      sorted.map(({ id }) => JSON.stringify(counted.get(id))),
    ],
  });
}

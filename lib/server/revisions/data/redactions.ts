import "server-only";
import type { z } from "zod";
import type { StudyScope } from "@/lib/access/scope";
import { occurrences } from "@/lib/domain/revision";
import { contextOf } from "@/lib/domain/segment";
import type { FoundIn, ListedPseudonym, OccurrencesInput } from "@/lib/schemas/revisions";
import { pool } from "@/lib/server/db";

const TEXTS = `
SELECT t."id" AS "transcriptId", v."id" AS "versionId", t."title", t."language",
  (SELECT string_agg(p."text", '' ORDER BY p."ordinal") FROM "Paragraph" p WHERE p."versionId" = v."id") AS text
FROM "Transcript" me JOIN "Transcript" t ON t."studyId" = me."studyId"
  AND (t."id" = me."id" OR $3 = 'study' OR ($3 = 'pair' AND t."pairId" = me."pairId"))
JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
WHERE me."id" = $1 AND me."studyId" = $2 ORDER BY t."id" = me."id" DESC, t."title", t."id"`;

/** Where a name stands in the current texts within reach; transcripts without it are left out. */
export async function findWords(
  { studyId }: StudyScope,
  { transcriptId, words, reach }: z.output<typeof OccurrencesInput>,
): Promise<FoundIn[]> {
  const { rows } = await pool().query<Omit<FoundIn, "places"> & { text: string | null }>({
    name: "revision-texts",
    text: TEXTS,
    values: [transcriptId, studyId, reach],
  });
  return rows.flatMap(({ text, ...transcript }) => {
    const whole = text ?? "";
    const places = occurrences(whole, words).map((range) => ({ ...range, ...contextOf(whole, range) }));
    return places.length > 0 ? [{ ...transcript, places }] : [];
  });
}

const PSEUDONYMS = `
SELECT p."id", p."original", p."replacement", coalesce((
  SELECT json_agg(json_build_object('id', x."id", 'title', x."title", 'places', x.places) ORDER BY x."title") FROM (
    SELECT t."id", t."title", count(*)::int AS places FROM "Transcript" t
    JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current" JOIN "Redaction" r ON r."versionId" = v."id"
    WHERE t."studyId" = p."studyId" AND r."original" = p."original" GROUP BY t."id"
  ) x), '[]') AS transcripts
FROM "Pseudonym" p WHERE p."studyId" = $1 ORDER BY lower(p."replacement"), p."original"`;

/** The pseudonyms of a study with the words behind them: for those who may see originals. */
export async function listPseudonyms({ studyId }: StudyScope): Promise<ListedPseudonym[]> {
  const { rows } = await pool().query<ListedPseudonym>({
    name: "revision-pseudonyms",
    text: PSEUDONYMS,
    values: [studyId],
  });
  return rows;
}

/** The words behind the pseudonyms of a transcript's current version: for those who may see originals. */
export async function originalsOf(
  { studyId }: StudyScope,
  transcriptId: string,
): Promise<{ versionId: string | null; originals: [number, number, string][] }> {
  const { rows } = await pool().query<{ versionId: string; originals: [number, number, string][] }>({
    name: "revision-originals",
    text: `SELECT v."id" AS "versionId", (SELECT coalesce(json_agg(json_build_array(r."start", r."end", r."original") ORDER BY r."start"), '[]')
        FROM "Redaction" r WHERE r."versionId" = v."id") AS originals
      FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current" WHERE t."id" = $1 AND t."studyId" = $2`,
    values: [transcriptId, studyId],
  });
  return rows[0] ?? { versionId: null, originals: [] };
}

import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { PartnerJson } from "@/lib/schemas/partner";
import { pool } from "@/lib/server/db";

/** Turns that are fetched at once: little enough that no long text holds the server while they come. */
const TURNS = 4000;

const PASSAGES = `
SELECT v."id", (SELECT count(*)::int FROM "Turn" t WHERE t."versionId" = v."id") AS turns,
  (SELECT coalesce(json_agg(json_build_object('questionId', p."questionId", 'start', p."start")), '[]')::text
    FROM "Passage" p WHERE p."versionId" = v."id") AS passages
FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId"
WHERE t."id" = $1 AND t."studyId" = $2 AND v."current"`;

const PIECE = `
SELECT json_agg(json_build_array(t."start", t."bodyStart", t."end", t."atMs",
  CASE WHEN s."id" IS NULL THEN NULL ELSE json_build_array(s."label", s."role", s."intervieweeId") END)
  ORDER BY t."ordinal")::text AS turns
FROM "Turn" t LEFT JOIN "Speaker" s ON s."id" = t."speakerId"
WHERE t."versionId" = $1 AND t."ordinal" >= $2 AND t."ordinal" < $3`;

/** What a new text is aligned with: the current version of the other language. Throws `not_found` outside the study. */
export async function partnerFor(
  { studyId }: StudyScope,
  transcriptId: string,
): Promise<PartnerJson & { versionId: string }> {
  const found = await pool().query<{ id: string; turns: number; passages: string }>({
    name: "partner-passages",
    text: PASSAGES,
    values: [transcriptId, studyId],
  });
  const [version] = found.rows;
  if (!version) throw new AppError("not_found");
  const turns: string[] = [];
  for (let from = 0; from < version.turns; from += TURNS) {
    const { rows } = await pool().query<{ turns: string | null }>({
      name: "partner-turns",
      text: PIECE,
      values: [version.id, from, from + TURNS],
    });
    turns.push(rows[0]?.turns ?? "[]");
  }
  return { versionId: version.id, turns, passages: version.passages };
}

import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { pool } from "@/lib/server/db";

/** More than the tallest window shows, in UTF-16 code units. */
const WINDOW = 6_000;

/** How a text begins: what the reader needs of it to show its first paragraphs. */
export type Opening = Pick<
  TranscriptText,
  "versionId" | "language" | "text" | "turns" | "speakers" | "passages" | "redactions"
>;

/** One query, since a page waits for it. */
const OPENING = `
WITH version AS (
  SELECT v."id", t."id" AS "transcriptId", t."language"
  FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
  WHERE t."id" = $1 AND t."studyId" = $2
), speakers AS (
  SELECT s."id", s."label", s."role", i."number", row_number() OVER (ORDER BY s."label", s."id") - 1 AS n
  FROM "Speaker" s LEFT JOIN "Interviewee" i ON i."id" = s."intervieweeId"
  WHERE s."transcriptId" = (SELECT "transcriptId" FROM version)
)
SELECT v."id" AS "versionId", v."language",
  coalesce((SELECT string_agg(p."text", '' ORDER BY p."ordinal") FROM "Paragraph" p
    WHERE p."versionId" = v."id" AND p."end" <= $3), '') AS text,
  coalesce((SELECT json_agg(json_build_array(u."start", u."bodyStart", u."end", s.n, u."atMs", u."align") ORDER BY u."ordinal")
    FROM "Turn" u LEFT JOIN speakers s ON s."id" = u."speakerId"
    WHERE u."versionId" = v."id" AND u."start" < $3), '[]') AS turns,
  coalesce((SELECT json_agg(json_build_object('label', s."label", 'role', s."role", 'intervieweeNumber', s."number") ORDER BY s.n)
    FROM speakers s), '[]') AS speakers,
  coalesce((SELECT json_agg(json_build_array(p."start", p."end", q."key", q."text", p."status") ORDER BY p."start", p."id")
    FROM "Passage" p JOIN "Question" q ON q."id" = p."questionId"
    WHERE p."versionId" = v."id" AND p."start" < $3), '[]') AS passages,
  coalesce((SELECT json_agg(json_build_array(r."start", r."end") ORDER BY r."start")
    FROM "Redaction" r WHERE r."versionId" = v."id" AND r."start" < $3), '[]') AS redactions
FROM version v`;

/**
 * The whole paragraphs that end within the first units of the current version, with the turns and questions
 * beside them. Null where there are no words in that. Throws `not_found`.
 */
export async function openingOf({ studyId }: StudyScope, transcriptId: string): Promise<Opening | null> {
  const { rows } = await pool().query<Opening>({
    name: "transcript-opening",
    text: OPENING,
    values: [transcriptId, studyId, WINDOW],
  });
  if (!rows[0]) throw new AppError("not_found");
  return rows[0].text.trim() === "" ? null : rows[0];
}

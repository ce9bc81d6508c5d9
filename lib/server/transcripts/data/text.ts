import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { pool } from "@/lib/server/db";
import { requireOpenVersion, rowsOf } from "@/lib/server/revisions/data";

/** Everything of a version that is shown beside its text and may change, as one hash. */
const STAMP = `
SELECT v."id" AS "versionId", v."number", v."length", t."language", md5(concat_ws(E'\\n', t."language",
  (SELECT string_agg(concat_ws(E'\\t', p."id", p."start", p."end", p."status", q."key", q."text"), E'\\n' ORDER BY p."id")
    FROM "Passage" p JOIN "Question" q ON q."id" = p."questionId" WHERE p."versionId" = v."id"),
  (SELECT string_agg(concat_ws(E'\\t', s."id", s."label", s."role", i."number"), E'\\n' ORDER BY s."id")
    FROM "Speaker" s LEFT JOIN "Interviewee" i ON i."id" = s."intervieweeId" WHERE s."transcriptId" = t."id"),
  (SELECT md5(string_agg(concat_ws(',', u."ordinal", u."align"), ';' ORDER BY u."ordinal"))
    FROM "Turn" u WHERE u."versionId" = v."id" AND t."pairId" IS NOT NULL))) AS stamp
FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id"
WHERE t."id" = $1 AND t."studyId" = $2 AND CASE WHEN $3::uuid IS NULL THEN v."current" ELSE v."id" = $3 END`;

interface StampRow {
  versionId: string;
  number: number;
  length: number;
  language: string;
  stamp: string;
}

/** Which version is asked for, and what names its state. Throws `not_found`; `forbidden` for one from before a redaction. */
export async function textStamp(
  scope: StudyScope,
  transcriptId: string,
  versionId: string | null,
): Promise<StampRow> {
  if (versionId !== null) await requireOpenVersion(rowsOf.client(pool()), scope, transcriptId, versionId);
  const { rows } = await pool().query<StampRow>({
    name: "transcript-stamp",
    text: STAMP,
    values: [transcriptId, scope.studyId, versionId],
  });
  if (!rows[0]) throw new AppError("not_found");
  return rows[0];
}

type TurnRow = [number, number, number, string | null, number | null, number | null];
type SpeakerRow = TranscriptText["speakers"][number] & { id: string };

/** The version that a stamp of this scope names, in the compact form that the reader parses. */
export async function textOf(
  _scope: StudyScope,
  { versionId, number, length, language }: StampRow,
): Promise<TranscriptText> {
  const [text, turns, speakers, passages, redactions] = await Promise.all([
    pool().query<{ text: string | null }>({
      name: "transcript-text",
      text: `SELECT string_agg("text", '' ORDER BY "ordinal") AS "text" FROM "Paragraph" WHERE "versionId" = $1`,
      values: [versionId],
    }),
    pool().query<TurnRow>({
      name: "transcript-turns",
      rowMode: "array",
      text: `SELECT "start", "bodyStart", "end", "speakerId", "atMs", "align" FROM "Turn" WHERE "versionId" = $1 ORDER BY "ordinal"`,
      values: [versionId],
    }),
    pool().query<SpeakerRow>({
      name: "transcript-speakers",
      text: `SELECT s."id", s."label", s."role", i."number" AS "intervieweeNumber" FROM "TranscriptVersion" v
        JOIN "Speaker" s ON s."transcriptId" = v."transcriptId" LEFT JOIN "Interviewee" i ON i."id" = s."intervieweeId"
        WHERE v."id" = $1 ORDER BY s."label"`,
      values: [versionId],
    }),
    pool().query<TranscriptText["passages"][number]>({
      name: "transcript-passages",
      rowMode: "array",
      text: `SELECT p."start", p."end", q."key", q."text", p."status" FROM "Passage" p
        JOIN "Question" q ON q."id" = p."questionId" WHERE p."versionId" = $1 ORDER BY p."start", p."id"`,
      values: [versionId],
    }),
    pool().query<TranscriptText["redactions"][number]>({
      name: "transcript-redactions",
      rowMode: "array",
      text: `SELECT "start", "end" FROM "Redaction" WHERE "versionId" = $1 ORDER BY "start"`,
      values: [versionId],
    }),
  ]);
  const index = new Map(speakers.rows.map(({ id }, place) => [id, place]));
  return {
    versionId,
    number,
    length,
    language,
    text: text.rows[0]?.text ?? "",
    turns: turns.rows.map(([start, bodyStart, end, speaker, atMs, align]) => [
      start,
      bodyStart,
      end,
      speaker === null ? null : (index.get(speaker) ?? null),
      atMs,
      align,
    ]),
    speakers: speakers.rows.map(({ label, role, intervieweeNumber }) => ({ label, role, intervieweeNumber })),
    passages: passages.rows,
    redactions: redactions.rows,
  };
}

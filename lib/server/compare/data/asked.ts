import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { PassageStatus } from "@/lib/domain/compare";
import { pool } from "@/lib/server/db";

const ASKED = `
SELECT "intervieweeId", json_object_agg("questionId", answered ORDER BY "questionId")::text FROM (
  SELECT p."intervieweeId", a."questionId", bool_or(a."status" = 'answered') AS answered
  FROM "Transcript" t
  JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
  JOIN "Passage" a ON a."versionId" = v."id"
  JOIN "Speaker" p ON p."transcriptId" = t."id" AND p."role" = 'interviewee' AND p."intervieweeId" IS NOT NULL
  WHERE t."studyId" = $1 GROUP BY p."intervieweeId", a."questionId"
) x GROUP BY "intervieweeId" ORDER BY "intervieweeId"`;

export interface Asked {
  /** The same text for the same questions. */
  text: string;
  /** By interviewee, the questions that they were asked. */
  questions: () => Map<string, Map<string, PassageStatus>>;
}

/** What each interviewee was asked. Read into maps only where somebody wants them. */
export async function askedOf(scope: StudyScope): Promise<Asked> {
  const { rows } = await pool().query<[string, string]>({
    name: "compare-asked",
    text: ASKED,
    values: [scope.studyId],
    rowMode: "array",
  });
  return {
    text: rows.flat().join("\n"),
    questions: () => new Map(rows.map(([id, asked]) => [id, statusOf(asked)])),
  };
}

function statusOf(asked: string): Map<string, PassageStatus> {
  const answered: Record<string, boolean> = JSON.parse(asked);
  return new Map(Object.entries(answered).map(([id, yes]) => [id, yes ? "answered" : "unanswered"]));
}

import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { PassageStatus } from "@/lib/domain/compare";
import { pool } from "@/lib/server/db";

const ASKED = `
SELECT p."intervieweeId", a."questionId", bool_or(a."status" = 'answered') AS answered
FROM "Transcript" t
JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
JOIN "Passage" a ON a."versionId" = v."id"
JOIN "Speaker" p ON p."transcriptId" = t."id" AND p."role" = 'interviewee' AND p."intervieweeId" IS NOT NULL
WHERE t."studyId" = $1 GROUP BY p."intervieweeId", a."questionId"`;

/** By interviewee, the questions that they were asked. */
export async function askedOf(scope: StudyScope): Promise<Map<string, Map<string, PassageStatus>>> {
  const { rows } = await pool().query<[string, string, boolean]>({
    name: "compare-asked",
    text: ASKED,
    values: [scope.studyId],
    rowMode: "array",
  });
  const asked = new Map<string, Map<string, PassageStatus>>();
  for (const [intervieweeId, questionId, answered] of rows) {
    const questions = asked.get(intervieweeId) ?? new Map<string, PassageStatus>();
    questions.set(questionId, answered ? "answered" : "unanswered");
    asked.set(intervieweeId, questions);
  }
  return asked;
}

import "server-only";
import { isBlind } from "@/lib/access/blind";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { countsBy } from "@/lib/domain/text";
import type { AssignedCoder, OwnAssignment, RoundKind } from "@/lib/schemas/rounds";
import { blindTranscripts } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { progressOf, readIn } from "./progress";

const OWN = `
SELECT r."id" AS "roundId", r."title" AS "roundTitle", r."kind", r."instructions", r."revealedAt" IS NOT NULL AS revealed,
  to_char(r."dueOn", 'YYYY-MM-DD') AS "dueOn", t."id", t."title", t."language", a."doneAt" IS NOT NULL AS done
FROM "Assignment" a JOIN "Round" r ON r."id" = a."roundId" JOIN "Transcript" t ON t."id" = a."transcriptId"
WHERE a."studyId" = $1 AND a."coderId" = $2 AND r."openedAt" IS NOT NULL AND r."endedAt" IS NULL
ORDER BY r."dueOn" NULLS LAST, r."createdAt", r."id", t."kind", (SELECT min(e."number") FROM "InterviewInterviewee" ii
  JOIN "Interviewee" e ON e."id" = ii."intervieweeId" WHERE ii."interviewId" = t."interviewId") NULLS LAST, t."title", t."id"`;

interface OwnRow {
  roundId: string;
  roundTitle: string;
  kind: RoundKind;
  instructions: string;
  revealed: boolean;
  dueOn: string | null;
  id: string;
  title: string;
  language: string;
  done: boolean;
}

/** What is assigned to the member in rounds that run, by when it is due, then in the order of the list of transcripts. */
export async function ownWork(scope: StudyScope): Promise<OwnAssignment[]> {
  const { rows } = await pool().query<OwnRow>({
    name: "round-own",
    text: OWN,
    values: [scope.studyId, scope.userId],
  });
  const pairs = rows.map(({ id }) => ({ transcriptId: id, coderId: scope.userId }));
  const [progress, read] = await Promise.all([
    progressOf(scope, pairs),
    readIn(
      scope,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.flatMap(
    ({ roundId, roundTitle, kind, instructions, revealed, dueOn, done, ...transcript }, at) => {
      const far = progress[at];
      if (!far) return [];
      const hides = isBlind(scope.role, { codes: true }, { kind, opened: true, revealed });
      return [
        {
          round: { id: roundId, title: roundTitle, kind, dueOn, instructions, hides },
          transcript: { ...transcript, counted: countsBy(transcript.language) },
          done,
          progress: far,
          read: read.get(transcript.id) ?? 0,
        },
      ];
    },
  );
}

/** Who codes what in rounds that run, by name. Whoever is blind in a transcript and does not lead sees themself alone. */
export async function assignedCoders(scope: StudyScope): Promise<AssignedCoder[]> {
  const { rows } = await pool().query<AssignedCoder>({
    name: "round-assigned",
    text: `SELECT a."transcriptId", a."coderId", u."name", bool_and(a."doneAt" IS NOT NULL) AS done FROM "Assignment" a
      JOIN "Round" r ON r."id" = a."roundId" AND r."openedAt" IS NOT NULL AND r."endedAt" IS NULL
      JOIN "User" u ON u."id" = a."coderId"
      WHERE a."studyId" = $1 GROUP BY a."transcriptId", a."coderId", u."name" ORDER BY u."name", a."coderId"`,
    values: [scope.studyId],
  });
  if (can(scope.role, "rounds.edit")) return rows;
  const blind = await blindTranscripts(scope);
  return rows.filter(({ transcriptId, coderId }) => coderId === scope.userId || !blind.has(transcriptId));
}

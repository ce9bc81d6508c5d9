import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Guide } from "@/lib/schemas/guide";
import { pool, prisma } from "@/lib/server/db";
import { inOrder } from "@/lib/server/order";

/** The guide that the study uses: its clusters with their questions, in order. */
export function listClusters({ guideStudyId }: StudyScope) {
  return prisma().cluster.findMany({
    where: { studyId: guideStudyId },
    select: {
      id: true,
      key: true,
      title: true,
      questions: { select: { id: true, key: true, text: true, followUp: true }, orderBy: inOrder },
    },
    orderBy: inOrder,
  });
}

type Asked = NonNullable<Guide["asked"]>;

// Both transcripts of a pair belong to one interview; one whose interview is not told stands for itself. Notes
// and documents beside the interviews answer no guide.
const ASKED = `
SELECT p."questionId" AS id,
  count(DISTINCT coalesce(t."interviewId", t."id"))::int AS asked,
  count(DISTINCT coalesce(t."interviewId", t."id")) FILTER (WHERE p."status" = 'answered')::int AS answered
FROM "Transcript" t
JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
JOIN "Passage" p ON p."versionId" = v."id"
WHERE t."studyId" = $1 AND t."kind" = 'interview' GROUP BY p."questionId"`;

/** By question: in how many interviews of this study it was asked and answered. Questions never asked are left out. */
export async function countAsked({ studyId }: StudyScope): Promise<Asked> {
  const { rows } = await pool().query<Asked[string] & { id: string }>(ASKED, [studyId]);
  return Object.fromEntries(rows.map(({ id, asked, answered }) => [id, { asked, answered }]));
}

/** How many interviews of this study have a transcript: what `asked` is out of. */
export async function countInterviews({ studyId }: StudyScope): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(DISTINCT coalesce("interviewId", "id"))::int AS count FROM "Transcript"
     WHERE "studyId" = $1 AND "kind" = 'interview'`,
    [studyId],
  );
  return rows[0]?.count ?? 0;
}

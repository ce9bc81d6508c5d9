import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { AssignmentProgress } from "@/lib/schemas/rounds";
import { pool } from "@/lib/server/db";
import { codedIn } from "./coded";

interface Pair {
  transcriptId: string;
  coderId: string;
}

/** How far these coders are with these transcripts, in the order asked. Whoever calls asks for what may be seen alone. */
export async function progressOf(scope: StudyScope, pairs: readonly Pair[]): Promise<AssignmentProgress[]> {
  const ids = pairs.map(({ transcriptId }) => transcriptId);
  const [coded, read] = await Promise.all([codedIn(scope, ids), readIn(scope, ids)]);
  return pairs.map(({ transcriptId, coderId }) => ({
    coded: coded.get(transcriptId)?.by[coderId] ?? 0,
    talk: coded.get(transcriptId)?.of ?? 0,
    read: read.get(`${transcriptId} ${coderId}`) ?? 0,
  }));
}

/** How far down each text each person has read, from 0 to 1, by transcript and person. */
async function readIn(
  { studyId }: StudyScope,
  transcriptIds: readonly string[],
): Promise<Map<string, number>> {
  if (transcriptIds.length === 0) return new Map();
  const { rows } = await pool().query<{ transcriptId: string; userId: string; read: number }>({
    name: "round-read",
    text: `SELECT p."transcriptId", p."userId", least(1, p."offset"::float8 / greatest(v."length", 1)) AS read
      FROM "ReadingPlace" p JOIN "TranscriptVersion" v ON v."id" = p."versionId"
      JOIN "Transcript" t ON t."id" = p."transcriptId" AND t."studyId" = $1
      WHERE p."transcriptId" = ANY($2::uuid[])`,
    values: [studyId, [...new Set(transcriptIds)]],
  });
  return new Map(rows.map(({ transcriptId, userId, read }) => [`${transcriptId} ${userId}`, read]));
}

/** The transcripts in which the member sees their own work alone. */
export async function blindIn({ studyId, userId, blind }: StudyScope): Promise<Set<string>> {
  if (!blind) return new Set();
  const { rows } = await pool().query<{ transcriptId: string }>({
    name: "round-blind",
    text: `SELECT DISTINCT "transcriptId" FROM "Blind" WHERE "studyId" = $1 AND "userId" = $2`,
    values: [studyId, userId],
  });
  return new Set(rows.map(({ transcriptId }) => transcriptId));
}

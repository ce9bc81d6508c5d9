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
  const coded = await codedIn(
    scope,
    pairs.map(({ transcriptId }) => transcriptId),
  );
  return pairs.map(({ transcriptId, coderId }) => ({
    coded: coded.get(transcriptId)?.by[coderId] ?? 0,
    talk: coded.get(transcriptId)?.of ?? 0,
  }));
}

/** How far down each text the member has read, from 0 to 1, by transcript. */
export async function readIn(
  { studyId, userId }: StudyScope,
  transcriptIds: readonly string[],
): Promise<Map<string, number>> {
  if (transcriptIds.length === 0) return new Map();
  const { rows } = await pool().query<{ transcriptId: string; read: number }>({
    name: "round-read",
    text: `SELECT p."transcriptId", least(1, p."offset"::float8 / greatest(v."length", 1)) AS read
      FROM "ReadingPlace" p JOIN "TranscriptVersion" v ON v."id" = p."versionId"
      JOIN "Transcript" t ON t."id" = p."transcriptId" AND t."studyId" = $1
      WHERE p."userId" = $2 AND p."transcriptId" = ANY($3::uuid[])`,
    values: [studyId, userId, [...new Set(transcriptIds)]],
  });
  return new Map(rows.map(({ transcriptId, read }) => [transcriptId, read]));
}

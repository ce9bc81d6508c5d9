import "server-only";
import { isBlind } from "@/lib/access/blind";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { RoundSummary } from "@/lib/schemas/rounds";
import { pool } from "@/lib/server/db";

const ROUNDS = `
SELECT r."id", r."kind", r."title", r."instructions", to_char(r."dueOn", 'YYYY-MM-DD') AS "dueOn",
  r."openedAt" IS NOT NULL AS opened, r."revealedAt" IS NOT NULL AS revealed, r."endedAt" IS NOT NULL AS ended,
  count(a.*)::int AS assigned, count(a."doneAt")::int AS done, count(DISTINCT a."transcriptId")::int AS transcripts,
  count(DISTINCT a."coderId")::int AS coders, count(a.*) FILTER (WHERE a."coderId" = $2)::int AS own,
  count(a."doneAt") FILTER (WHERE a."coderId" = $2)::int AS "ownDone"
FROM "Round" r LEFT JOIN "Assignment" a ON a."roundId" = r."id"
WHERE r."studyId" = $1 AND ($3::uuid IS NULL OR r."id" = $3)
GROUP BY r."id" ORDER BY r."endedAt" NULLS FIRST, r."dueOn" NULLS LAST, r."createdAt" DESC, r."id"`;

type Row = Omit<RoundSummary, "hides"> & { own: number; ownDone: number };

/**
 * The rounds of the study, those that run first, by when they are due. Whoever does not lead sees those alone that
 * were opened; of one that hides others' work, only if they code in it, and then no more than their own of it.
 */
export async function listRounds(scope: StudyScope, roundId: string | null = null): Promise<RoundSummary[]> {
  const { rows } = await pool().query<Row>({
    name: "round-list",
    text: ROUNDS,
    values: [scope.studyId, scope.userId, roundId],
  });
  const leads = can(scope.role, "rounds.edit");
  return rows.flatMap(({ own, ownDone, ...round }) => {
    const hides = isBlind(scope.role, { codes: own > 0 }, round);
    if (leads) return [{ ...round, hides }];
    if (!round.opened || (hides && own === 0)) return [];
    return [
      hides
        ? { ...round, hides, assigned: own, done: ownDone, transcripts: own, coders: 1 }
        : { ...round, hides },
    ];
  });
}

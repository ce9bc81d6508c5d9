import "server-only";
import type { z } from "zod";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Assign } from "@/lib/schemas/rounds";
import { dropCountedAlone } from "@/lib/server/counted-alone";
import { mutate, type Tx } from "@/lib/server/history";
import { lockedRound, plainAssignment, refuseOwnSight } from "./shared";

type Pairs = z.output<typeof Assign>["give"];

/**
 * Gives and takes assignments of one round. Codings stay with whoever made them. Throws `conflict` where the round
 * has ended, where somebody is no member who codes any more, or where somebody would show themselves what a blind
 * round hides from them; `not_found` where a transcript is not the study's.
 */
export function assign(scope: StudyScope, { eventId, roundId, give, take }: z.output<typeof Assign>) {
  return mutate(
    scope,
    { id: eventId, kind: "round.assign" },
    async (tx) => {
      const round = await lockedRound(tx, scope, roundId);
      if (round.ended) throw new AppError("conflict", { detail: "round_ended" });
      const there = await tx.assignment.findMany({ where: { roundId } });
      const [giving, taking] = [give, take].map(keysOf) as [Set<string>, Set<string>];
      const taken = there.filter((row) => taking.has(keyOf(row)) && !giving.has(keyOf(row)));
      refuseOwnSight(scope, round, taken);
      const had = keysOf(there);
      const missing = [...new Map(give.map((pair) => [keyOf(pair), pair])).values()].filter(
        (pair) => !had.has(keyOf(pair)),
      );
      await checkGiven(tx, scope, missing);
      for (const [coderId, transcriptIds] of byCoder(taken))
        await tx.assignment.deleteMany({ where: { roundId, coderId, transcriptId: { in: transcriptIds } } });
      if (taken.length > 0) await dropCountedAlone(tx, scope);
      const rows = missing.map((pair) => ({ ...pair, roundId, studyId: scope.studyId, doneAt: null }));
      await tx.assignment.createMany({ data: rows });
      return {
        before: { ...round, assignments: taken.map(plainAssignment) },
        after: { ...round, assignments: rows.map(plainAssignment) },
      };
    },
    PATIENCE,
  );
}

/** Thousands of assignments are written in a second; a busy database may take longer. */
const PATIENCE = { timeout: 30_000 };

const keyOf = ({ transcriptId, coderId }: Pairs[number]) => `${transcriptId} ${coderId}`;
const keysOf = (pairs: Pairs) => new Set(pairs.map(keyOf));

function byCoder(pairs: Pairs): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { coderId, transcriptId } of pairs)
    found.set(coderId, [...(found.get(coderId) ?? []), transcriptId]);
  return found;
}

async function checkGiven(tx: Tx, { studyId }: StudyScope, pairs: Pairs): Promise<void> {
  const transcripts = [...new Set(pairs.map(({ transcriptId }) => transcriptId))];
  const found = await tx.transcript.count({ where: { studyId, id: { in: transcripts } } });
  if (found < transcripts.length) throw new AppError("not_found");
  const coders = [...new Set(pairs.map(({ coderId }) => coderId))];
  const members = await tx.membership.findMany({
    where: { studyId, userId: { in: coders } },
    select: { role: true },
  });
  if (members.filter(({ role }) => can(role, "coding.write")).length < coders.length)
    throw new AppError("conflict", { detail: "round_no_coder" });
}

import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { stateOf } from "@/lib/domain/round";
import type { MarkDone } from "@/lib/schemas/rounds";
import { mutate } from "@/lib/server/history";
import { lockedRound, plainAssignment } from "./shared";

/**
 * Says of a transcript that is assigned to oneself that it is done, or that it is not after all. Throws `not_found`
 * where it is not, `conflict` where the round does not run.
 */
export function markDone(
  scope: StudyScope,
  { eventId, roundId, transcriptId, done }: z.output<typeof MarkDone>,
) {
  const kind = done ? "round.done" : "round.again";
  return mutate(scope, { id: eventId, kind, transcriptId }, async (tx) => {
    const round = await lockedRound(tx, scope, roundId);
    const of = { roundId, transcriptId, coderId: scope.userId };
    const where = { roundId_transcriptId_coderId: of };
    const row = await tx.assignment.findUnique({ where });
    if (!row) throw new AppError("not_found");
    if (stateOf(round) !== "running") throw new AppError("conflict", { detail: "round_ended" });
    const { title } = round;
    const doneAt = done ? (row.doneAt ?? new Date()) : null;
    await tx.assignment.update({ where, data: { doneAt } });
    return {
      before: { ...plainAssignment(row), title },
      after: { ...plainAssignment({ ...row, doneAt }), title },
    };
  });
}

import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { mayStep, type RoundStep } from "@/lib/domain/round";
import type { RevealRound, RoundRef } from "@/lib/schemas/rounds";
import { dropCountedAlone } from "@/lib/server/counted-alone";
import { mutate, type Tx } from "@/lib/server/history";
import { lockedRound, plain, plainAssignment, ROW } from "./shared";

type Ref = z.output<typeof RoundRef>;

/** Opens a draft. Throws `conflict` where nobody is assigned anything, or it was opened before. */
export function openRound(scope: StudyScope, ref: Ref) {
  return step(scope, ref, "open", { openedAt: new Date() }, async (tx) => {
    const assigned = await tx.assignment.findFirst({ where: { roundId: ref.roundId } });
    if (!assigned) throw new AppError("conflict", { detail: "round_empty" });
  });
}

/** Shows those who code in a round each other's work, for good. Throws `invalid` where the title is not the round's. */
export function revealRound(scope: StudyScope, { title, ...ref }: z.output<typeof RevealRound>) {
  return step(scope, ref, "reveal", { revealedAt: new Date() }, async (_, before) => {
    if (before.title !== title) throw new AppError("invalid", { fields: { title: "round_other_title" } });
  });
}

/** Ends a round: its assignments are nobody's to do any more. What was hidden stays hidden. */
export function endRound(scope: StudyScope, ref: Ref) {
  return step(scope, ref, "end", { endedAt: new Date() });
}

export function reopenRound(scope: StudyScope, ref: Ref) {
  return step(scope, ref, "reopen", { endedAt: null });
}

interface Dates {
  openedAt?: Date;
  revealedAt?: Date;
  endedAt?: Date | null;
}

function step(
  scope: StudyScope,
  { eventId, roundId }: Ref,
  kind: RoundStep,
  data: Dates,
  check: (tx: Tx, before: ReturnType<typeof plain>) => Promise<void> = async () => {},
) {
  return mutate(scope, { id: eventId, kind: `round.${kind}` }, async (tx) => {
    const before = await lockedRound(tx, scope, roundId);
    if (!mayStep(before, kind)) throw new AppError("conflict", { detail: "round_elsewhere" });
    await check(tx, before);
    const after = plain(await tx.round.update({ where: { id: roundId }, data, select: ROW }));
    if (kind === "reveal") await dropCountedAlone(tx, scope);
    return { before, after };
  });
}

/** Deletes a draft, with its assignments, which the history keeps. Throws `conflict` of one that was opened. */
export function deleteRound(scope: StudyScope, { eventId, roundId }: Ref) {
  return mutate(scope, { id: eventId, kind: "round.delete" }, async (tx) => {
    const round = await lockedRound(tx, scope, roundId);
    if (!mayStep(round, "delete")) throw new AppError("conflict", { detail: "round_opened" });
    const rows = await tx.assignment.findMany({ where: { roundId } });
    await tx.round.delete({ where: { id: roundId } });
    return { before: { ...round, assignments: rows.map(plainAssignment) }, after: null };
  });
}

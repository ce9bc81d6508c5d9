import "server-only";
import { isBlind } from "@/lib/access/blind";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import type { Prisma } from "@/prisma/generated/client";

export const ROW = {
  id: true,
  kind: true,
  title: true,
  instructions: true,
  dueOn: true,
  openedAt: true,
  revealedAt: true,
  endedAt: true,
} as const;

/** A round as the history keeps it. */
export function plain({
  dueOn,
  openedAt,
  revealedAt,
  endedAt,
  ...row
}: Prisma.RoundGetPayload<{ select: typeof ROW }>) {
  return {
    ...row,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    opened: openedAt !== null,
    revealed: revealedAt !== null,
    ended: endedAt !== null,
  };
}
export type PlainRound = ReturnType<typeof plain>;

/** An assignment as the history keeps it: its id names all three that it is of. */
export function plainAssignment({ roundId, transcriptId, coderId, doneAt }: Kept) {
  return {
    id: `${roundId} ${transcriptId} ${coderId}`,
    transcriptId,
    coderId,
    done: doneAt !== null,
  };
}

interface Kept {
  roundId: string;
  transcriptId: string;
  coderId: string;
  doneAt: Date | null;
}

/** The round, locked. Throws `not_found`. */
export async function lockedRound(tx: Tx, { studyId }: StudyScope, roundId: string): Promise<PlainRound> {
  await lockRow(tx, "Round", roundId);
  const row = await tx.round.findFirst({ where: { id: roundId, studyId }, select: ROW });
  if (!row) throw new AppError("not_found");
  return plain(row);
}

/**
 * Whoever codes in a round that hides others' work does not take it from themselves, or they would see that work:
 * somebody else of those who lead does it. Throws `conflict`.
 */
export function refuseOwnSight(
  { userId, role }: StudyScope,
  round: Pick<PlainRound, "kind" | "opened" | "revealed">,
  taken: readonly { coderId: string }[],
): void {
  if (isBlind(role, { codes: true }, round) && taken.some(({ coderId }) => coderId === userId))
    throw new AppError("conflict", { detail: "round_own_sight" });
}

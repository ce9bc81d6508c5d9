import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { overlaps, type Range, subtract } from "@/lib/domain/segment";
import type { PassageRow, RemovePassage, SetPassage } from "@/lib/schemas/passages";
import { mutate, type Tx } from "@/lib/server/history";
import { checkQuestions, holdVersion, passagesIn } from "./version";

/**
 * Ties whole turns to a question by a person's hand: a new passage, or one that is there moved, given to
 * another question, or set as answered or not. Other passages lose what they share with it, so that every
 * place belongs to one question; what then holds nothing goes. Answers the passages of the version.
 *
 * Throws `stale` where another version is current, `not_found` where the question is not of this study's
 * guide or the passage's id is taken elsewhere, `invalid` where no turn lies in the range.
 */
export function setPassage(
  scope: StudyScope,
  { eventId, transcriptId, versionId, passageId, questionId, status, ...range }: z.output<typeof SetPassage>,
) {
  return mutate(scope, { id: eventId, kind: "passage.set", transcriptId }, async (tx) => {
    await holdVersion(tx, scope, transcriptId, versionId);
    await checkQuestions(tx, scope, [questionId]);
    const turns = await tx.turn.findMany({
      where: { versionId },
      select: { start: true, end: true },
      orderBy: { ordinal: "asc" },
    });
    const whole = wholeTurns(turns, range);
    if (!whole) throw new AppError("invalid");
    const before = await passagesIn(tx, versionId);
    const taken = await tx.passage.findUnique({ where: { id: passageId }, select: { versionId: true } });
    if (taken && taken.versionId !== versionId) throw new AppError("not_found");
    for (const passage of before) {
      if (passage.id === passageId || !overlaps(passage, whole)) continue;
      const left = subtract([passage], [whole]).flatMap((rest) => wholeTurns(turns, rest) ?? []);
      await giveWay(tx, versionId, passage, left);
    }
    const set = { versionId, questionId, ...whole, status, byHand: true };
    await tx.passage.upsert({ where: { id: passageId }, create: { id: passageId, ...set }, update: set });
    return { before: { passages: before }, after: { versionId, passages: await passagesIn(tx, versionId) } };
  });
}

/**
 * Takes a passage away, so that its question counts as not asked there. Answers the passages of the version.
 * Throws `stale` where another version is current, `not_found` where it has no such passage.
 */
export function removePassage(
  scope: StudyScope,
  { eventId, transcriptId, versionId, passageId }: z.output<typeof RemovePassage>,
) {
  return mutate(scope, { id: eventId, kind: "passage.remove", transcriptId }, async (tx) => {
    await holdVersion(tx, scope, transcriptId, versionId);
    const before = await passagesIn(tx, versionId);
    const { count } = await tx.passage.deleteMany({ where: { id: passageId, versionId } });
    if (count === 0) throw new AppError("not_found");
    return { before: { passages: before }, after: { versionId, passages: await passagesIn(tx, versionId) } };
  });
}

/** From the beginning of the first turn that the range meets to the end of the last; null where it meets none. */
function wholeTurns(turns: readonly Range[], range: Range): Range | null {
  const met = turns.filter((turn) => overlaps(turn, range));
  const [first, last] = [met[0], met.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** What is left of a passage beside the new one, in whole turns; what lay on both sides of it becomes two. */
async function giveWay(
  tx: Tx,
  versionId: string,
  passage: PassageRow,
  left: readonly Range[],
): Promise<void> {
  const [first, ...others] = left;
  if (!first) {
    await tx.passage.delete({ where: { id: passage.id } });
    return;
  }
  await tx.passage.update({ where: { id: passage.id }, data: { start: first.start, end: first.end } });
  await tx.passage.createMany({
    data: others.map(({ start, end }) => ({ ...passage, id: randomUUID(), versionId, start, end })),
  });
}

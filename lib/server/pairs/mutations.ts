import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { alignable, beadsOfNumbers, numbersOfRows, rowsOfBeads } from "@/lib/domain/transcript";
import type { BreakPair, MakePair, SetAlignment } from "@/lib/schemas/pairs";
import { mutate, type Tx } from "@/lib/server/history";
import { alignSafely } from "@/lib/server/interchange/align-safely";
import { lockVersions } from "@/lib/server/locks";
import { halfOf, storeAlignment } from "@/lib/server/transcripts/mutations/pair";
import { lastAlignment } from "./data";

/** Aligning may take as long as a task may (see interchange/safely), and writing it down a little more, in milliseconds. */
const PATIENCE = { timeout: 90_000 };

/** What an event says of an alignment: enough to write it again. */
type Numbered = {
  transcriptId: string;
  versionId: string;
  numbers: (number | null)[];
};

/**
 * Sets the alignment of a pair as a whole. Numbers are kept in their order on both sides; what crosses is
 * left alone. The event holds it as it was and as it is, so that undoing is setting the former.
 *
 * Throws `not_found` where the transcript has no pair, `stale` where either half has another version or
 * other turns, or somebody else aligned it since.
 */
export function setAlignment(
  scope: StudyScope,
  { eventId, transcriptId, own, other, base }: z.output<typeof SetAlignment>,
) {
  return mutate(scope, { id: eventId, kind: "pair.align", transcriptId }, async (tx) => {
    const [first, second] = await pairOf(tx, scope, transcriptId);
    const same = (half: Half, given: typeof own) =>
      half.versionId === given.versionId && half.turns.length === given.numbers.length;
    if (!same(first, own) || !same(second, other)) throw new AppError("stale");
    if ((await lastAlignment(tx, scope, [first.id, second.id])) !== base) throw new AppError("stale");
    const beads = beadsOfNumbers(own.numbers, other.numbers);
    const numbers = numbersOfRows(rowsOfBeads(beads, own.numbers.length, other.numbers.length));
    await storeAlignment(tx, first.versionId, numbers.first);
    await storeAlignment(tx, second.versionId, numbers.second);
    return {
      before: [numbered(first), numbered(second)],
      after: { eventId, halves: [numbered(first, numbers.first), numbered(second, numbers.second)] },
    };
  });
}

/**
 * Makes two transcripts of one talk a pair, aligned anew; one without an interview takes the other's.
 * Throws `not_found` outside the study, `conflict` where either has a pair, `invalid` where both are in one
 * language, of two interviews, or of two kinds.
 */
export function makePair(scope: StudyScope, { eventId, transcriptId, otherId }: z.output<typeof MakePair>) {
  return mutate(
    scope,
    { id: eventId, kind: "pair.make", transcriptId },
    async (tx) => {
      await lockVersions(tx, [transcriptId, otherId]);
      const first = await halfOf(tx, scope, transcriptId);
      const second = await halfOf(tx, scope, otherId);
      if (first.pairId !== null || second.pairId !== null)
        throw new AppError("conflict", { detail: "pair_taken" });
      if (first.language === second.language || first.id === second.id)
        throw new AppError("invalid", { detail: "pair_same_language" });
      const interviews = new Set([first.interviewId, second.interviewId].filter((each) => each !== null));
      if (interviews.size > 1 || first.kind !== second.kind)
        throw new AppError("invalid", { detail: "pair_other_interview" });
      const [interviewId = null] = interviews;
      const pairId = randomUUID();
      await tx.transcript.updateMany({
        where: { id: { in: [first.id, second.id] } },
        data: { pairId, interviewId },
      });
      const beads = await alignSafely(
        first.turns.map(alignable(first.passages)),
        second.turns.map(alignable(second.passages)),
      );
      const numbers = numbersOfRows(rowsOfBeads(beads, first.turns.length, second.turns.length));
      await storeAlignment(tx, first.versionId, numbers.first);
      await storeAlignment(tx, second.versionId, numbers.second);
      return {
        before: [first, second].map(({ id, interviewId: own }) => ({ id, interviewId: own })),
        after: { eventId, pairId, aligned: beads.length },
      };
    },
    PATIENCE,
  );
}

/** Makes two transcripts of a pair that are each counted by themselves. The event holds their alignment. */
export function breakPair(scope: StudyScope, { eventId, transcriptId }: z.output<typeof BreakPair>) {
  return mutate(scope, { id: eventId, kind: "pair.break", transcriptId }, async (tx) => {
    const [first, second] = await pairOf(tx, scope, transcriptId);
    await tx.transcript.updateMany({ where: { id: { in: [first.id, second.id] } }, data: { pairId: null } });
    for (const { versionId, turns } of [first, second])
      await storeAlignment(
        tx,
        versionId,
        Array.from(turns, () => null),
      );
    return {
      before: { pairId: first.pairId, halves: [numbered(first), numbered(second)] },
      after: { eventId, otherId: second.id },
    };
  });
}

type Half = Awaited<ReturnType<typeof halfOf>>;

function numbered({ id, versionId, turns }: Half, numbers = turns.map(({ align }) => align)): Numbered {
  return { transcriptId: id, versionId, numbers };
}

/** Both halves with their turns, this transcript first, held as they are until the transaction ends. */
async function pairOf(tx: Tx, scope: StudyScope, transcriptId: string): Promise<[Half, Half]> {
  const { studyId } = scope;
  const own = await tx.transcript.findFirst({
    where: { id: transcriptId, studyId },
    select: { pairId: true },
  });
  const pairId = own?.pairId ?? null;
  if (pairId === null) throw new AppError("not_found");
  const other = await tx.transcript.findFirst({
    where: { pairId, studyId, id: { not: transcriptId } },
    select: { id: true },
  });
  if (!other) throw new AppError("not_found");
  await lockVersions(tx, [transcriptId, other.id]);
  const [first, second] = [await halfOf(tx, scope, transcriptId), await halfOf(tx, scope, other.id)];
  // Broken by somebody else while this one waited.
  if (first.pairId !== pairId || second.pairId !== pairId) throw new AppError("stale");
  return [first, second];
}

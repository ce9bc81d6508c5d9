import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { type AlignableTurn, alignTurns } from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";
import type { NewTranscript } from "./add";

interface Pair {
  pairId: string;
  interviewId: string | null;
  aligned: "given" | "turns" | "runs" | null;
  /** A number for each turn of the new transcript, or null where its own are kept. */
  align: readonly number[] | null;
}

/**
 * Makes the new transcript the pair of one that is there, and numbers the turns of both. Numbers that
 * the new turns bring are kept as they are. Where the two talks differ, they are a pair without aligned
 * turns. Throws `not_found` outside the study, `conflict` where the other has a pair already, `invalid`
 * where both are in one language.
 */
export async function pairUp(tx: Tx, { studyId }: StudyScope, added: NewTranscript): Promise<Pair> {
  const other = await tx.transcript.findFirst({
    where: { id: added.pairWith ?? "", studyId },
    select: {
      id: true,
      pairId: true,
      language: true,
      interviewId: true,
      versions: {
        where: { current: true },
        select: {
          id: true,
          turns: {
            orderBy: { ordinal: "asc" },
            select: { align: true, speaker: { select: { role: true } } },
          },
        },
      },
    },
  });
  const version = other?.versions[0];
  if (!other || !version) throw new AppError("not_found");
  if (other.pairId) throw new AppError("conflict", { detail: "pair_taken" });
  if (other.language === added.language) throw new AppError("invalid", { detail: "pair_same_language" });
  if (added.interviewId !== null && other.interviewId !== null && added.interviewId !== other.interviewId)
    throw new AppError("invalid", { detail: "pair_other_interview" });

  const pairId = randomUUID();
  await tx.transcript.update({ where: { id: other.id }, data: { pairId } });
  const { interviewId } = other;
  if (added.turns.some(({ align }) => align !== null))
    return { pairId, interviewId, aligned: "given", align: null };
  const existing = version.turns.map(({ speaker }): AlignableTurn => ({ role: speaker?.role ?? null }));
  const incoming = added.turns.map(
    ({ speaker }): AlignableTurn => ({
      role: speaker === null ? null : (added.speakers[speaker]?.role ?? null),
    }),
  );
  const alignment = alignTurns(existing, incoming);
  if (!alignment.ok) return { pairId, interviewId, aligned: null, align: null };
  await tx.$executeRaw`
    UPDATE "Turn" t SET "align" = n."align"
    FROM unnest(${alignment.first.map((_, ordinal) => ordinal)}::int[], ${alignment.first}::int[]) AS n("ordinal", "align")
    WHERE t."versionId" = ${version.id}::uuid AND t."ordinal" = n."ordinal"`;
  return { pairId, interviewId, aligned: alignment.by, align: alignment.second };
}

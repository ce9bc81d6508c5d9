import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/server/history";
import { lockVersions } from "@/lib/server/locks";
import type { TranscriptHeader } from "./add";

interface Pair {
  pairId: string;
  interviewId: string | null;
}

/**
 * Makes the new transcript the pair of one that is there, whose current version is held until the
 * transaction ends. Throws `not_found` outside the study, `conflict` where the other has a pair already,
 * `invalid` where both are in one language or of two interviews, `stale` where the other has another version
 * than the one that the new turns were aligned with.
 */
export async function pairUp(
  tx: Tx,
  { studyId }: StudyScope,
  { pairWith, language, interviewId }: Pick<TranscriptHeader, "pairWith" | "language" | "interviewId">,
  alignedWith: string | null,
): Promise<Pair> {
  const otherId = pairWith ?? "";
  await lockVersions(tx, [otherId]);
  const other = await tx.transcript.findFirst({
    where: { id: otherId, studyId },
    select: {
      pairId: true,
      language: true,
      interviewId: true,
      versions: { where: { current: true }, select: { id: true } },
    },
  });
  if (!other) throw new AppError("not_found");
  if (other.pairId) throw new AppError("conflict", { detail: "pair_taken" });
  if (other.language === language) throw new AppError("invalid", { detail: "pair_same_language" });
  if (interviewId !== null && other.interviewId !== null && interviewId !== other.interviewId)
    throw new AppError("invalid", { detail: "pair_other_interview" });
  if (other.versions[0]?.id !== alignedWith) throw new AppError("stale");
  const pairId = randomUUID();
  await tx.transcript.update({ where: { id: otherId }, data: { pairId } });
  return { pairId, interviewId: other.interviewId };
}

/** A transcript of the study with the turns of its current version. Throws `not_found`. */
export async function halfOf(tx: Tx, { studyId }: StudyScope, id: string) {
  const found = await tx.transcript.findFirst({
    where: { id, studyId },
    select: {
      id: true,
      pairId: true,
      language: true,
      interviewId: true,
      kind: true,
      versions: {
        where: { current: true },
        select: {
          id: true,
          passages: { select: { questionId: true, start: true } },
          turns: {
            orderBy: { ordinal: "asc" },
            select: {
              start: true,
              bodyStart: true,
              end: true,
              atMs: true,
              align: true,
              speaker: { select: { label: true, role: true, intervieweeId: true } },
            },
          },
        },
      },
    },
  });
  const version = found?.versions[0];
  if (!found || !version) throw new AppError("not_found");
  const { versions: _, ...half } = found;
  return { ...half, versionId: version.id, passages: version.passages, turns: version.turns };
}

/** Numbers the turns of a version, in their order. */
export async function storeAlignment(
  tx: Tx,
  versionId: string,
  numbers: readonly (number | null)[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Turn" t SET "align" = nullif(n."align", -1)
    FROM unnest(${numbers.map((_, ordinal) => ordinal)}::int[], ${numbers.map((number) => number ?? -1)}::int[]) AS n("ordinal", "align")
    WHERE t."versionId" = ${versionId}::uuid AND t."ordinal" = n."ordinal"
      AND t."align" IS DISTINCT FROM nullif(n."align", -1)`;
}

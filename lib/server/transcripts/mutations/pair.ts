import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import {
  type AlignableTurn,
  alignTurns,
  type DraftPassage,
  foldName,
  hintsFromPair,
  numbersOfRows,
  passagesThroughPair,
  rowsOfBeads,
  type SpeakerRole,
} from "@/lib/domain/transcript";
import type { Tx } from "@/lib/server/history";
import type { NewTranscript } from "./add";

interface Pair {
  pairId: string;
  interviewId: string | null;
  aligned: "given" | "turns" | "runs" | null;
  /** A number for each turn of the new transcript, or null where its own are kept. */
  align: readonly (number | null)[] | null;
  /** The new transcript's passages, with those that only the other language was seen to ask. */
  passages: DraftPassage[];
}

/**
 * Makes the new transcript the pair of one that is there, and numbers the turns of both. Numbers that
 * the new turns bring are kept as they are. Where the two talks differ, they are a pair without aligned
 * turns. Throws `not_found` outside the study, `conflict` where the other has a pair already, `invalid`
 * where both are in one language.
 */
export async function pairUp(tx: Tx, scope: StudyScope, added: NewTranscript): Promise<Pair> {
  const other = await halfOf(tx, scope, added.pairWith ?? "");
  if (other.pairId) throw new AppError("conflict", { detail: "pair_taken" });
  if (other.language === added.language) throw new AppError("invalid", { detail: "pair_same_language" });
  if (added.interviewId !== null && other.interviewId !== null && added.interviewId !== other.interviewId)
    throw new AppError("invalid", { detail: "pair_other_interview" });

  const pairId = randomUUID();
  await tx.transcript.update({ where: { id: other.id }, data: { pairId } });
  const { interviewId } = other;
  const { passages } = added;
  if (added.turns.some(({ align }) => align !== null))
    return { pairId, interviewId, aligned: "given", align: null, passages };
  const existing = other.turns.map(alignable(other.passages));
  const incoming = added.turns
    .map((turn) => ({
      ...turn,
      speaker: turn.speaker === null ? null : (added.speakers[turn.speaker] ?? null),
    }))
    .map(alignable(added.passages));
  const beads = alignTurns(existing, incoming);
  if (beads.length === 0) return { pairId, interviewId, aligned: null, align: null, passages };
  const numbers = numbersOfRows(rowsOfBeads(beads, existing.length, incoming.length));
  await storeAlignment(tx, other.versionId, numbers.first);
  const each = beads.length === existing.length && beads.length === incoming.length;
  const numbered = (turns: readonly { start: number; end: number }[], align: readonly (number | null)[]) =>
    turns.map(({ start, end }, index) => ({ start, end, align: align[index] ?? null }));
  const hints = hintsFromPair(
    numbered(added.turns, numbers.second),
    numbered(other.turns, numbers.first),
    other.passages,
  );
  const said = added.turns.map((turn, index) => ({ ...turn, role: incoming[index]?.role ?? null }));
  return {
    pairId,
    interviewId,
    aligned: each ? "turns" : "runs",
    align: numbers.second,
    passages: passagesThroughPair(said, passages, hints),
  };
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

interface PairedTurn {
  start: number;
  bodyStart: number;
  end: number;
  atMs: number | null;
  speaker: { label: string; role: SpeakerRole; intervieweeId: string | null } | null;
}

/** What a turn is aligned by, given the passages of its text. */
export function alignable(passages: readonly { questionId: string; start: number }[]) {
  const questions = new Map(passages.map(({ start, questionId }) => [start, questionId]));
  return ({ start, bodyStart, end, atMs, speaker }: PairedTurn): AlignableTurn => ({
    role: speaker?.role ?? null,
    speaker: speaker && (speaker.intervieweeId ?? foldName(speaker.label)),
    length: end - bodyStart,
    atMs,
    question: questions.get(start) ?? null,
  });
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

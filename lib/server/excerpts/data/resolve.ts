import "server-only";
import { citation, type Permission } from "@/lib/domain/permission";
import { overlaps } from "@/lib/domain/segment";
import type { FrameInterviewee } from "@/lib/server/compare/data";
import { showsNumber } from "@/lib/server/compare/data";
import { type Context, type ContextTurn, turnAt } from "./contexts";
import type { ExcerptFrame, ExcerptTranscript, Wanted } from "./frame";
import type { Row } from "./rows";

/** A row with who speaks in it, the question that it answers, and how it may be cited. Nothing is left out yet. */
export interface Resolved {
  row: Row;
  transcript: ExcerptTranscript;
  people: (FrameInterviewee & { sector: string })[];
  permission: Permission;
  /** Whether somebody keeps words of it in beside that, on a segment of their own. */
  kept: boolean;
  /** Whether it may stand with its interviewees' numbers. */
  numbered: boolean;
  question: { key: string; cluster: string } | null;
  turn: ContextTurn | undefined;
}

/** Null where the filter leaves the row out, or where an interviewer alone speaks: that is nobody's coded talk. */
export function resolve(
  row: Row,
  transcript: ExcerptTranscript,
  context: Context,
  frame: ExcerptFrame,
  wanted: Wanted,
): Resolved | null {
  const { intervieweeIds, unknown, permission } = context.voices(row);
  if (wanted.people && !intervieweeIds.some((id) => wanted.people?.has(id))) return null;
  const spoken = intervieweeIds.length > 0 || unknown;
  if (!spoken && interviewerSpeaks(context.turns, row)) return null;
  const passage = context.question(row);
  if (!passage && (wanted.count.clusterIds || wanted.count.questionIds)) return null;
  return {
    row,
    transcript,
    people: intervieweeIds.flatMap((id) => frame.people.get(id) ?? []).sort((a, b) => a.number - b.number),
    permission,
    kept: context.kept(row),
    numbered: showsNumber(permission),
    question: (passage && frame.questions.get(passage.questionId)) ?? null,
    turn: turnAt(context.turns, row.start),
  };
}

function interviewerSpeaks(turns: readonly ContextTurn[], row: Row): boolean {
  return turns.some((turn) => turn.role === "interviewer" && overlaps(turn, row));
}

/** What the permission lets out of a resolved row, whoever asks; null is kept in. */
export function letOut({
  people,
  permission,
  kept = false,
}: Pick<Resolved, "people" | "permission"> & Partial<Pick<Resolved, "kept">>) {
  const shown = citation({ permission, intervieweeNumber: 0, sector: "", name: null });
  const numbered = shown.number !== null;
  return {
    quotable: shown.quote && !kept,
    numbers: numbered ? people.map(({ number }) => number) : null,
    sectors: shown.sector !== null ? [...new Set(people.map(({ sector }) => sector))] : null,
    positions: numbered ? people.map(({ position }) => position) : null,
  };
}

import type { DraftPassage } from "./draft";
import type { SpeakerRole } from "./types";

interface SaidTurn {
  start: number;
  bodyStart: number;
  end: number;
  role: SpeakerRole | null;
}

/**
 * A side's passages with those that only the other language of its pair was seen to ask: `hints` are question
 * ids by the index of the turn that asks (see hintsFromPair). Such a passage goes on to the last turn before
 * the next one, and the passage that held its turn ends before it, answered or
 * not as it then is. A question that the side asks already, and
 * a turn that asks another one here, stay as they are. Ascending by start; offsets are UTF-16 code units.
 */
export function passagesThroughPair(
  turns: readonly SaidTurn[],
  passages: readonly DraftPassage[],
  hints: ReadonlyMap<number, string>,
): DraftPassage[] {
  const asked = new Set(passages.map(({ questionId }) => questionId));
  const result = passages.map((passage) => ({ ...passage })).sort((a, b) => a.start - b.start);
  for (const [index, questionId] of [...hints].sort(([a], [b]) => a - b)) {
    const turn = turns[index];
    // What is asked already comes first: the passages are only gone through once for each question.
    if (!turn || asked.has(questionId)) continue;
    if (result.some(({ start }) => start >= turn.start && start < turn.end)) continue;
    asked.add(questionId);
    const next = result.find(({ start }) => start > turn.start)?.start ?? Number.POSITIVE_INFINITY;
    const held = turns.slice(index).filter(({ start }) => start < next);
    for (const passage of result) {
      const before = turns[index - 1];
      if (!before || passage.start >= turn.start || passage.end <= turn.start) continue;
      passage.end = before.end;
      passage.status = statusOf(
        turns.filter(({ start, end }) => start >= passage.start && end <= before.end),
      );
    }
    const end = held.at(-1)?.end ?? turn.end;
    result.push({ questionId, start: turn.start, end, status: statusOf(held) });
    result.sort((a, b) => a.start - b.start);
  }
  return result;
}

const statusOf = (turns: readonly SaidTurn[]): DraftPassage["status"] =>
  turns.some(({ role, bodyStart, end }) => role === "interviewee" && bodyStart < end)
    ? "answered"
    : "unanswered";

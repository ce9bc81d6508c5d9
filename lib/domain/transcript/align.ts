import type { SpeakerRole } from "./types";

export interface AlignableTurn {
  role: SpeakerRole | null;
}

export type Alignment =
  | { ok: true; by: "turns" | "runs"; first: number[]; second: number[] }
  | { ok: false; reason: "different_talk"; first: number; second: number };

/** Numbers that stand for the run of turns of one role that each turn is in, from 0. */
function runs(turns: readonly AlignableTurn[]): number[] {
  let run = -1;
  return turns.map(({ role }, index) => (index === 0 || role !== turns[index - 1]?.role ? ++run : run));
}

/**
 * Aligns the turns of one talk in two languages by their order. Where both have as many turns with the
 * same roles, turn by turn; where a translator joined or split turns of one speaker, by runs of turns
 * of one role; otherwise not at all, since a guess would compare what was not said together. Turns with
 * the same number are aligned. Answers the counts of runs where they differ.
 */
export function alignTurns(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): Alignment {
  if (first.length === second.length && first.every(({ role }, index) => role === second[index]?.role)) {
    const numbers = first.map((_, index) => index);
    return { ok: true, by: "turns", first: numbers, second: numbers };
  }
  const [a, b] = [runs(first), runs(second)];
  const sameRuns =
    (a.at(-1) ?? -1) === (b.at(-1) ?? -1) &&
    first[0]?.role === second[0]?.role &&
    alternate(first) === alternate(second);
  if (sameRuns && a.length > 0) return { ok: true, by: "runs", first: a, second: b };
  return { ok: false, reason: "different_talk", first: (a.at(-1) ?? -1) + 1, second: (b.at(-1) ?? -1) + 1 };
}

/** The roles of the runs in order, as a key. */
function alternate(turns: readonly AlignableTurn[]): string {
  return turns
    .filter(({ role }, index) => role !== turns[index - 1]?.role || index === 0)
    .map(({ role }) => role ?? "nobody")
    .join(" ");
}

import type { AlignableTurn } from "./align";

/** Steps through two sides: how many turns of each. One with one comes first, so that it wins where costs are equal. */
const MOVES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [1, 4],
  [4, 1],
  [1, 5],
  [5, 1],
  [1, 6],
  [6, 1],
];

/** How many turns of either side each step takes. */
export const OF_FIRST = Uint8Array.from(MOVES, ([a]) => a);
export const OF_SECOND = Uint8Array.from(MOVES, ([, b]) => b);
const OTHER_ROLE = 9;
const UNKNOWN_ROLE = 1.5;
const OTHER_SPEAKER = 3;
const OTHER_QUESTION = 6;
const MISSED_QUESTION = 0.5;
/** Variance of a translation's length for each unit of length. Speech is looser than sentences in print (6.8). */
const VARIANCE = 20;
const LENGTH_LIMIT = 4;
const SKIP = 2.5;
const SKIP_WORDS = 1.5;
const SKIP_LIMIT = 3.5;
/** Ten seconds apart cost one. */
const SECONDS = 10_000;
const TIME_LIMIT = 5;

/**
 * What a step costs by itself: the negative logarithm of how often it is met (Gale & Church 1993, table 5:
 * 0.89 one to one, 0.089 two to one either way, 0.011 two to two), and somewhat more for each further turn.
 */
export const PRIOR = MOVES.map(([a, b]) => {
  if (a === 1 && b === 1) return 0.117;
  if (a === 0 || b === 0) return SKIP;
  if (a === 2 && b === 2) return 4.5;
  return 2.4 + Math.max(0, a + b - 3) * 0.8;
});
/** Both sides as they are compared. */
export interface Evidence {
  first: readonly AlignableTurn[];
  second: readonly AlignableTurn[];
  /** Lengths in one unit for both sides: each divided by its side's mean, in parts of a hundred. */
  lengths: { first: Float64Array; second: Float64Array };
  timed: boolean;
  /** Whether any turn asks a question. */
  asked: boolean;
  /** Whether two speakers are one; null where that is not known. */
  same: ((first: string, second: string) => boolean | null) | null;
}

export function evidenceOf(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): Evidence {
  const timedShare = (turns: readonly AlignableTurn[]) =>
    turns.filter(({ atMs }) => atMs !== null && atMs !== undefined).length * 2 > turns.length;
  return {
    first,
    second,
    lengths: scaled(first, second),
    timed: timedShare(first) && timedShare(second),
    asked: [...first, ...second].some(({ question }) => typeof question === "string"),
    same: null,
  };
}

/** A language needs more letters than another for the same: each side is measured against its own total. */
function scaled(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): Evidence["lengths"] {
  const total = (turns: readonly AlignableTurn[]) => turns.reduce((sum, { length = 0 }) => sum + length, 0);
  const mean = Math.max(first.length, second.length, 1);
  const scale = (turns: readonly AlignableTurn[]) => {
    const factor = (100 * mean) / Math.max(1, total(turns));
    return Float64Array.from(turns, ({ length = 0 }) => length * factor);
  };
  return { first: scale(first), second: scale(second) };
}

/** What it costs that a turn has no counterpart: more the longer it is. */
export function skipCost({ lengths }: Evidence, side: "first" | "second", index: number): number {
  return SKIP + Math.min(SKIP_LIMIT, ((lengths[side][index] ?? 0) / 100) * SKIP_WORDS);
}

/**
 * What it costs to align the turns from `i` and `j` on in the step `move`; never less than its prior.
 * Counting ends where it reaches `limit`, from where on the step is not taken.
 */
export function beadCost(evidence: Evidence, i: number, j: number, move: number, limit: number): number {
  const a = OF_FIRST[move] ?? 1;
  const b = OF_SECOND[move] ?? 1;
  const { first, second, lengths } = evidence;
  let cost = PRIOR[move] ?? 0;
  const steps = a > b ? a : b;
  for (let step = 0; step < steps && cost < limit; step++) {
    const one = first[step < a ? i + step : i + a - 1];
    const other = second[step < b ? j + step : j + b - 1];
    if (one && other) cost += whoCost(evidence, one, other);
  }
  if (cost >= limit) return cost;
  let l1 = 0;
  let l2 = 0;
  for (let step = 0; step < a; step++) l1 += lengths.first[i + step] ?? 0;
  for (let step = 0; step < b; step++) l2 += lengths.second[j + step] ?? 0;
  const mean = (l1 + l2) / 2;
  if (mean > 0) cost += Math.min(LENGTH_LIMIT, (l1 - l2) ** 2 / (2 * VARIANCE * mean));
  const one = first[i];
  const other = second[j];
  if (evidence.timed && typeof one?.atMs === "number" && typeof other?.atMs === "number")
    cost += Math.min(TIME_LIMIT, Math.abs(one.atMs - other.atMs) / SECONDS);
  if (!evidence.asked || cost >= limit) return cost;
  return cost + questionCost(questionsOf(first, i, a), questionsOf(second, j, b));
}

function whoCost({ same }: Evidence, one: AlignableTurn, other: AlignableTurn): number {
  if (one.role !== other.role) return one.role === null || other.role === null ? UNKNOWN_ROLE : OTHER_ROLE;
  const a = one.speaker ?? null;
  const b = other.speaker ?? null;
  if (a === null || b === null || a === b || !same) return 0;
  return same(a, b) === false ? OTHER_SPEAKER : 0;
}

function questionsOf(turns: readonly AlignableTurn[], from: number, count: number): Set<string> {
  const questions = new Set<string>();
  for (let index = from; index < from + count; index++) {
    const question = turns[index]?.question ?? null;
    if (question !== null) questions.add(question);
  }
  return questions;
}

/** A question that one side asks may have been missed on the other, unless that asks something else. */
function questionCost(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let strangers = 0;
  for (const question of one) if (!other.has(question)) strangers++;
  for (const question of other) if (!one.has(question)) strangers++;
  return strangers * (one.size > 0 && other.size > 0 ? OTHER_QUESTION : MISSED_QUESTION);
}

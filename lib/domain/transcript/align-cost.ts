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
/** The turns of a side as numbers, since their costs are asked for again and again. */
interface Side {
  /** Index of the role; 0 where it is not known. */
  roles: Uint8Array;
  /** Index of the speaker, the same name the same on both sides; -1 where nobody is named. */
  speakers: Int32Array;
  /** In one unit for both sides: each divided by its side's mean, in parts of a hundred. */
  lengths: Float64Array;
  /** Milliseconds; NaN where there is no time. */
  times: Float64Array;
  /** Index of the question; -1 where none is asked. */
  questions: Int32Array;
}

/** Both sides as they are compared. */
export interface Evidence {
  first: Side;
  second: Side;
  timed: boolean;
  /** Whether any turn asks a question. */
  asked: boolean;
  /** Which speakers of the two sides are one, where that is known. */
  same: Partners | null;
}

/** By index of a speaker: the partner of one of the first side, or -1; whether one of the second side is somebody's. */
interface Partners {
  of: Int32Array;
  taken: Uint8Array;
}

const ROLES: readonly AlignableTurn["role"][] = [null, "interviewer", "interviewee", "other"];

export function evidenceOf(
  first: readonly AlignableTurn[],
  second: readonly AlignableTurn[],
  partners: ReadonlyMap<string, string> | null = null,
): Evidence {
  const names = new Map<string, number>();
  const questions = new Map<string, number>();
  const mean = Math.max(first.length, second.length, 1);
  const side = (turns: readonly AlignableTurn[]): Side => {
    // A language needs more letters than another for the same: each side is measured against its own total.
    const factor =
      (100 * mean) /
      Math.max(
        1,
        turns.reduce((sum, { length = 0 }) => sum + length, 0),
      );
    return {
      roles: Uint8Array.from(turns, ({ role }) => ROLES.indexOf(role)),
      speakers: Int32Array.from(turns, ({ speaker }) => indexIn(names, speaker)),
      lengths: Float64Array.from(turns, ({ length = 0 }) => length * factor),
      times: Float64Array.from(turns, ({ atMs }) => atMs ?? Number.NaN),
      questions: Int32Array.from(turns, ({ question }) => indexIn(questions, question)),
    };
  };
  const sides = { first: side(first), second: side(second) };
  const timed = ({ times }: Side) => times.filter((ms) => !Number.isNaN(ms)).length * 2 > times.length;
  return {
    ...sides,
    timed: timed(sides.first) && timed(sides.second),
    asked: questions.size > 0,
    same: partners && partnersOf(partners, names),
  };
}

function indexIn(known: Map<string, number>, name: string | null | undefined): number {
  if (name === null || name === undefined) return -1;
  const index = known.get(name) ?? known.size;
  known.set(name, index);
  return index;
}

function partnersOf(partners: ReadonlyMap<string, string>, names: ReadonlyMap<string, number>): Partners {
  const of = new Int32Array(names.size).fill(-1);
  const taken = new Uint8Array(names.size);
  for (const [one, other] of partners) {
    const [a, b] = [names.get(one), names.get(other)];
    if (a === undefined || b === undefined) continue;
    of[a] = b;
    taken[b] = 1;
  }
  return { of, taken };
}

/** What it costs that a turn has no counterpart: more the longer it is. */
export function skipCost(evidence: Evidence, side: "first" | "second", index: number): number {
  return SKIP + Math.min(SKIP_LIMIT, ((evidence[side].lengths[index] ?? 0) / 100) * SKIP_WORDS);
}

/**
 * What it costs to align the turns from `i` and `j` on in the step `move`; never less than its prior.
 * Counting ends where it reaches `limit`, from where on the step is not taken.
 */
export function beadCost(evidence: Evidence, i: number, j: number, move: number, limit: number): number {
  const a = OF_FIRST[move] ?? 1;
  const b = OF_SECOND[move] ?? 1;
  const { first, second } = evidence;
  let cost = PRIOR[move] ?? 0;
  const steps = a > b ? a : b;
  for (let step = 0; step < steps && cost < limit; step++)
    cost += whoCost(evidence, step < a ? i + step : i + a - 1, step < b ? j + step : j + b - 1);
  if (cost >= limit) return cost;
  let l1 = 0;
  let l2 = 0;
  for (let step = 0; step < a; step++) l1 += first.lengths[i + step] ?? 0;
  for (let step = 0; step < b; step++) l2 += second.lengths[j + step] ?? 0;
  const mean = (l1 + l2) / 2;
  if (mean > 0) cost += Math.min(LENGTH_LIMIT, (l1 - l2) ** 2 / (2 * VARIANCE * mean));
  if (evidence.timed) {
    const apart = Math.abs((first.times[i] ?? Number.NaN) - (second.times[j] ?? Number.NaN));
    if (!Number.isNaN(apart)) cost += Math.min(TIME_LIMIT, apart / SECONDS);
  }
  if (!evidence.asked || cost >= limit) return cost;
  return cost + questionCost(questionsOf(first, i, a), questionsOf(second, j, b));
}

function whoCost({ first, second, same }: Evidence, i: number, j: number): number {
  const [role, otherRole] = [first.roles[i] ?? 0, second.roles[j] ?? 0];
  if (role !== otherRole) return role === 0 || otherRole === 0 ? UNKNOWN_ROLE : OTHER_ROLE;
  const a = first.speakers[i] ?? -1;
  const b = second.speakers[j] ?? -1;
  if (a < 0 || b < 0 || a === b || !same) return 0;
  const partner = same.of[a] ?? -1;
  const apart = partner < 0 ? same.taken[b] === 1 : partner !== b;
  return apart ? OTHER_SPEAKER : 0;
}

function questionsOf({ questions }: Side, from: number, count: number): Set<number> {
  const found = new Set<number>();
  for (let index = from; index < from + count; index++) {
    const question = questions[index] ?? -1;
    if (question >= 0) found.add(question);
  }
  return found;
}

/** A question that one side asks may have been missed on the other, unless that asks something else. */
function questionCost(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let strangers = 0;
  for (const question of one) if (!other.has(question)) strangers++;
  for (const question of other) if (!one.has(question)) strangers++;
  return strangers * (one.size > 0 && other.size > 0 ? OTHER_QUESTION : MISSED_QUESTION);
}

import { beadCost, type Evidence, evidenceOf, OF_FIRST, OF_SECOND, PRIOR, skipCost } from "./align-cost";
import { matchSpeakers } from "./align-speakers";
import type { SpeakerRole } from "./types";

/** What is known of a turn when it is aligned. What is left out tells nothing. */
export interface AlignableTurn {
  role: SpeakerRole | null;
  /** Who speaks, the same in both languages where that is known: an interviewee's id, else the label. */
  speaker?: string | null;
  /** How long the speech is, in any unit that is one for the whole side. */
  length?: number;
  atMs?: number | null;
  /** The question of the guide that it asks. */
  question?: string | null;
  /** Turns of both sides that share a number were aligned before, and stay so. */
  align?: number | null;
}

/** Turns that say the same: half-open ranges of indexes, neither of them empty. */
export interface Bead {
  first: { start: number; end: number };
  second: { start: number; end: number };
}

/** Cells of the table beyond which only those near its diagonal are looked at, and how many of them at most. */
const CELLS = 2_000_000;
const MOST = 8_000_000;
/** The neighbourhood that is looked at in any case, in turns of the second side. */
const NEAREST = 64;
const FURTHEST = Math.max(...OF_FIRST);

/**
 * Aligns the turns of one talk in two languages: the cheapest way through both sides from their beginnings
 * to their ends in steps of one turn with one, of one with up to six of one speaker, of two with two, and
 * of a turn that has no counterpart (after Gale & Church 1993, whose sentences are turns here). A step
 * costs what speaks against it: roles, speakers, times, questions and lengths that differ (align-cost.ts).
 *
 * The beads are ascending and disjoint on both sides. The same from either side: `alignTurns(b, a)` is
 * `alignTurns(a, b)` with the sides changed. Two sides that are alike are aligned one to one.
 */
export function alignTurns(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): Bead[] {
  // Where two ways cost the same, the one that is found first wins; so both orders are computed in one.
  if (inOrder(first, second)) return align(first, second);
  return align(second, first).map((bead) => ({ first: bead.second, second: bead.first }));
}

function inOrder(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): boolean {
  if (first.length !== second.length) return first.length < second.length;
  return JSON.stringify(first) <= JSON.stringify(second);
}

/**
 * The beads that stored numbers make: turns that share a number, where they stand together and in order.
 * Ascending and disjoint on both sides.
 */
export function beadsOfNumbers(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
): Bead[] {
  const turns = (numbers: readonly (number | null)[]) =>
    numbers.map((number) => ({ role: null, align: number }));
  return anchorsOf(turns(first), turns(second));
}

function align(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): Bead[] {
  const anchors = anchorsOf(first, second);
  const pass = (evidence: Evidence): Bead[] => {
    const beads: Bead[] = [];
    let [i, j] = [0, 0];
    for (const anchor of anchors) {
      beads.push(...cheapest(evidence, { i, j, n: anchor.first.start, m: anchor.second.start }), anchor);
      [i, j] = [anchor.first.end, anchor.second.end];
    }
    beads.push(...cheapest(evidence, { i, j, n: first.length, m: second.length }));
    return beads;
  };
  const beads = pass(evidenceOf(first, second));
  const partners = matchSpeakers(first, second, beads);
  return partners === null ? beads : pass(evidenceOf(first, second, partners));
}

/** What was aligned before, as far as it is in order on both sides. */
function anchorsOf(first: readonly AlignableTurn[], second: readonly AlignableTurn[]): Bead[] {
  const others = spans(second);
  const anchors: Bead[] = [];
  for (const [number, span] of spans(first)) {
    const other = others.get(number);
    const last = anchors.at(-1);
    if (other && (!last || (last.first.end <= span.start && last.second.end <= other.start)))
      anchors.push({ first: span, second: other });
  }
  return anchors;
}

/** Where the turns of each number stand together; the first place, where they do not. */
function spans(turns: readonly AlignableTurn[]): Map<number, { start: number; end: number }> {
  const found = new Map<number, { start: number; end: number }>();
  turns.forEach(({ align: number }, index) => {
    if (number === null || number === undefined) return;
    const span = found.get(number);
    if (!span) found.set(number, { start: index, end: index + 1 });
    else if (span.end === index) span.end++;
  });
  return found;
}

interface Block {
  i: number;
  j: number;
  n: number;
  m: number;
}

/** The costs of the cells of a row that are looked at, and the step by which each is reached. */
interface Row {
  from: number;
  costs: Float64Array;
  moves: Uint8Array;
}

/** The cheapest way through one block, `i..n` of the first side and `j..m` of the second. */
function cheapest(evidence: Evidence, { i: i0, j: j0, n, m }: Block): Bead[] {
  const [height, width] = [n - i0, m - j0];
  if (height === 0 || width === 0) return [];
  const reach = reachOf(height, width);
  /** This row and those that a step can come from, the last first; only the steps are kept of those before. */
  const rows: Row[] = [];
  const backs: Pick<Row, "from" | "moves">[] = [];
  for (let i = 0; i <= height; i++) {
    const middle = Math.round((i * width) / height);
    const [from, to] = [Math.max(0, middle - reach), Math.min(width, middle + reach)];
    const costs = new Float64Array(to - from + 1);
    const moves = new Uint8Array(to - from + 1);
    rows.unshift({ from, costs, moves });
    rows.length = Math.min(rows.length, FURTHEST + 1);
    for (let j = from; j <= to; j++) {
      if (i === 0 && j === 0) continue;
      let best = Number.POSITIVE_INFINITY;
      for (let move = 0; move < PRIOR.length; move++) {
        const a = OF_FIRST[move] ?? 1;
        const b = OF_SECOND[move] ?? 1;
        if (a > i || b > j) continue;
        const before = costAt(rows[a], j - b);
        if (before + (PRIOR[move] ?? 0) >= best) continue;
        const cost =
          before +
          (a === 0 || b === 0
            ? skipCost(evidence, a === 0 ? "second" : "first", a === 0 ? j0 + j - 1 : i0 + i - 1)
            : beadCost(evidence, i0 + i - a, j0 + j - b, move, best - before));
        if (cost < best) {
          best = cost;
          moves[j - from] = move;
        }
      }
      costs[j - from] = best;
    }
    backs.push({ from, moves });
  }
  return walkBack(backs, { i: i0, j: j0, n: height, m: width });
}

/** Infinite outside of the cells that are looked at. */
function costAt(row: Row | undefined, j: number): number {
  const cost = row && j >= row.from ? row.costs[j - row.from] : undefined;
  return cost ?? Number.POSITIVE_INFINITY;
}

/**
 * How far from the diagonal the way may go, in turns of the second side: the whole width of a small block;
 * as far as one side is longer, within the most cells; and near enough for every step in any case.
 */
function reachOf(height: number, width: number): number {
  if ((height + 1) * (width + 1) <= CELLS) return width;
  const within = (cells: number) => Math.floor(cells / (2 * height));
  return Math.max(
    NEAREST,
    Math.ceil(width / height) + 1,
    within(CELLS),
    Math.min(Math.abs(height - width), within(MOST)),
  );
}

function walkBack(backs: readonly Pick<Row, "from" | "moves">[], { i: i0, j: j0, n, m }: Block): Bead[] {
  const beads: Bead[] = [];
  let [i, j] = [n, m];
  while (i > 0 || j > 0) {
    const back = backs[i];
    const move = back?.moves[j - back.from] ?? 0;
    const [a, b] = [OF_FIRST[move] ?? 1, OF_SECOND[move] ?? 1];
    if (a > 0 && b > 0)
      beads.push({
        first: { start: i0 + i - a, end: i0 + i },
        second: { start: j0 + j - b, end: j0 + j },
      });
    [i, j] = [i - a, j - b];
  }
  return beads.reverse();
}

import type { Bead } from "./align";
import { type PairRow, rowsOfBeads } from "./pair-rows";

/** What came of laying two changes over each other; `given` counts what of theirs had to give way. */
export interface LaidRows {
  rows: PairRow[];
  given: number;
}

/**
 * Lays one's own changes of an alignment over somebody else's. `base` is the alignment that both began
 * from; all three are of the same turns. What turns say the same is taken from whoever changed it. Where
 * both changed the same turns, or so that the two cross, one's own stands. Turns without a counterpart
 * come in their usual order, as they are read from what is stored. Null where the turns are not as many.
 */
export function layRows(
  base: readonly PairRow[],
  mine: readonly PairRow[],
  theirs: readonly PairRow[],
): LaidRows | null {
  const [turns, own, other] = [turnsOf(base), turnsOf(mine), turnsOf(theirs)];
  if (turns !== own || turns !== other) return null;
  const [a, b, c] = [beadsOf(base), beadsOf(mine), beadsOf(theirs)];
  const kept = [...b].filter(([key]) => !a.has(key) || c.has(key)).map(([, bead]) => bead);
  let given = 0;
  for (const [key, bead] of c) {
    if (a.has(key) || b.has(key)) continue;
    if (kept.every((each) => apart(each, bead))) kept.push(bead);
    else given += 1;
  }
  kept.sort((one, another) => one.first.start - another.first.start);
  return { rows: rowsOfBeads(kept, sum(base, "first"), sum(base, "second")), given };
}

const sum = (rows: readonly PairRow[], side: keyof PairRow) => rows.reduce((all, row) => all + row[side], 0);
const turnsOf = (rows: readonly PairRow[]) => `${sum(rows, "first")} ${sum(rows, "second")}`;

/** The rows that have turns on both sides, by the turns that they hold. */
function beadsOf(rows: readonly PairRow[]): Map<string, Bead> {
  const beads = new Map<string, Bead>();
  let [i, j] = [0, 0];
  for (const { first, second } of rows) {
    const bead = { first: { start: i, end: i + first }, second: { start: j, end: j + second } };
    if (first > 0 && second > 0) beads.set(`${i} ${i + first} ${j} ${j + second}`, bead);
    [i, j] = [i + first, j + second];
  }
  return beads;
}

/** Whether one comes wholly before the other, on both sides. */
const apart = (a: Bead, b: Bead) =>
  (a.first.end <= b.first.start && a.second.end <= b.second.start) ||
  (b.first.end <= a.first.start && b.second.end <= a.second.start);

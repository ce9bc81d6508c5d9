import { anchors } from "./anchors";
import { type Budget, type Hunk, type Stretch, shortest } from "./shortest";

/** Lengths of the runs of items that are looked for, one after the other, where two sequences differ much. */
const RUNS = [8, 4, 2, 1];

/**
 * Where two sequences differ: sorted, disjoint hunks; outside of them the items are the same in the same
 * order. A shortest script where there are few differences; otherwise runs that occur once in both are
 * held fast, and what lies between them is compared by itself. What has nothing in common, or costs more
 * than the budget, is one hunk. About O(n log n) in the worst case.
 */
export function compare(items: Int32Array, others: Int32Array, budget: Budget): Hunk[] {
  const hunks: Hunk[] = [];
  const whole = { items, others, start: 0, end: items.length, otherStart: 0, otherEnd: others.length };
  solve(whole, 0, budget, hunks);
  return hunks;
}

function solve(given: Stretch, level: number, budget: Budget, hunks: Hunk[]): void {
  const stretch = trimmed(given);
  const { start, end, otherStart, otherEnd } = stretch;
  if (start === end && otherStart === otherEnd) return;
  const whole = { start, end, otherStart, otherEnd };
  if (start === end || otherStart === otherEnd) {
    hunks.push(whole);
    return;
  }
  const few = shortest(stretch, budget);
  if (few) {
    hunks.push(...few);
    return;
  }
  for (let next = level; next < RUNS.length; next += 1) {
    const held = anchors(stretch, RUNS[next] as number);
    if (held.length === 0) continue;
    let at = start;
    let otherAt = otherStart;
    for (const anchor of held) {
      // Runs may overlap the one before.
      if (anchor.at < at || anchor.otherAt < otherAt) continue;
      solve(
        { ...stretch, start: at, end: anchor.at, otherStart: otherAt, otherEnd: anchor.otherAt },
        next + 1,
        budget,
        hunks,
      );
      at = anchor.at + anchor.length;
      otherAt = anchor.otherAt + anchor.length;
    }
    solve({ ...stretch, start: at, end, otherStart: otherAt, otherEnd }, next + 1, budget, hunks);
    return;
  }
  hunks.push(whole);
}

/** The stretch without what both begin and end with. */
function trimmed(stretch: Stretch): Stretch {
  const { items, others } = stretch;
  let { start, end, otherStart, otherEnd } = stretch;
  while (start < end && otherStart < otherEnd && items[start] === others[otherStart]) {
    start += 1;
    otherStart += 1;
  }
  while (start < end && otherStart < otherEnd && items[end - 1] === others[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  return { ...stretch, start, end, otherStart, otherEnd };
}

/** A stretch of one sequence that gives way to a stretch of another. Half-open, in items; one of the two may be empty. */
export interface Hunk {
  start: number;
  end: number;
  otherStart: number;
  otherEnd: number;
}

/** What is compared, and where: parts of two sequences of numbers. */
export interface Stretch extends Hunk {
  items: Int32Array;
  others: Int32Array;
}

/** How much work one comparison may do before it is given up, counted in items looked at. Shared by its parts. */
export interface Budget {
  left: number;
}

/** More differences than this are not looked for: the memory grows with their square. */
const MOST = 1_200;

/**
 * The hunks of a shortest edit script, in order, or null where it has more than `MOST` differences or the
 * budget is spent. E. W. Myers 1986, "An O(ND) difference algorithm and its variations", section 3.
 */
export function shortest(stretch: Stretch, budget: Budget): Hunk[] | null {
  const { items, others, start, otherStart } = stretch;
  const length = stretch.end - start;
  const otherLength = stretch.otherEnd - otherStart;
  const most = Math.min(length + otherLength, MOST);
  // How far each diagonal k = x - y has been followed: furthest[k + most + 1] is its x.
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trace.push(furthest.slice(middle - differences, middle + differences + 1));
    for (let k = -differences; k <= differences; k += 2) {
      let x = step(furthest, middle, k, differences);
      const from = x;
      while (x < length && x - k < otherLength && items[start + x] === others[otherStart + x - k]) x += 1;
      budget.left -= x - from + 1;
      furthest[middle + k] = x;
      if (x >= length && x - k >= otherLength) return back(trace, stretch, differences);
    }
    if (budget.left < 0) return null;
  }
  return null;
}

/** Where a path of one more difference enters diagonal k: from above (an insertion) or from the left (a deletion). */
function step(furthest: Int32Array, middle: number, k: number, differences: number): number {
  const left = furthest[middle + k - 1] as number;
  const above = furthest[middle + k + 1] as number;
  return k === -differences || (k !== differences && left < above) ? above : left + 1;
}

/** Follows the trace from the end to the beginning; steps that follow each other are one hunk. */
function back(trace: readonly Int32Array[], { start, end, otherStart, otherEnd }: Hunk, differences: number) {
  const hunks: Hunk[] = [];
  let x = end - start;
  let y = otherEnd - otherStart;
  for (let left = differences; left > 0; left -= 1) {
    // The slice holds the diagonals from -left to left as they were before this difference.
    const before = trace[left] as Int32Array;
    const k = x - y;
    const entered = step(before, left, k, left);
    const insertion =
      k === -left || (k !== left && (before[left + k - 1] as number) < (before[left + k + 1] as number));
    const fromX = insertion ? entered : entered - 1;
    const fromY = insertion ? entered - k - 1 : entered - k;
    const last = hunks.at(-1);
    const endX = start + entered;
    const endY = otherStart + entered - k;
    if (last && last.start === endX && last.otherStart === endY) {
      last.start = start + fromX;
      last.otherStart = otherStart + fromY;
    } else {
      hunks.push({ start: start + fromX, end: endX, otherStart: otherStart + fromY, otherEnd: endY });
    }
    x = fromX;
    y = fromY;
  }
  return hunks.reverse();
}

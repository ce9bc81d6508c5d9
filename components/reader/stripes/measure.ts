import { lastAtOrBefore } from "../model/document";
import type { Painted } from "../model/painted";

/** Where a run stands, or a line of a run of many; it begins at an offset of the text. */
interface RunBox {
  start: number;
  top: number;
  bottom: number;
}

/** Where the runs of one paragraph stand, in pixels from the top of its element. */
export interface RowBox {
  top: number;
  bottom: number;
  /** In the order of the text. */
  runs: readonly RunBox[];
}

/** What a paragraph's box depends on. As long as all of it is the same, the paragraph is not measured again. */
export interface RowLook {
  segments: readonly Painted[];
  /** Decides how the paragraph is split into runs, beside its segments. */
  filter: object;
  height: number;
  /** The width of the text pane. */
  width: number;
}

interface Seen {
  element: HTMLElement;
  look: RowLook;
}

interface Kept extends Seen {
  box: RowBox;
}

/**
 * The boxes of the paragraphs on the page. Each is relative to its paragraph, so that it stays right
 * when the paragraph moves, and asking for it costs the page no layout.
 */
export class RowBoxes {
  private kept = new Map<number, Kept>();

  get(index: number): RowBox | undefined {
    return this.kept.get(index)?.box;
  }

  /** Forgets the paragraphs that have left the page; answers those to measure. Reads no layout. */
  stale(elements: ReadonlyMap<number, HTMLElement>, look: (index: number) => RowLook): Map<number, Seen> {
    const kept = new Map<number, Kept>();
    const stale = new Map<number, Seen>();
    for (const [index, element] of elements) {
      const known = this.kept.get(index);
      const now = look(index);
      if (known?.element === element) kept.set(index, known);
      if (known?.element !== element || !sameLook(known.look, now)) {
        stale.set(index, { element, look: now });
      }
    }
    this.kept = kept;
    return stale;
  }

  /** Reads the layout of all these paragraphs and writes nothing, so that the page is laid out once at most. */
  measure(stale: ReadonlyMap<number, Seen>): void {
    for (const [index, { element, look }] of stale) {
      this.kept.set(index, { element, look, box: measureRow(element) });
    }
  }
}

function sameLook(a: RowLook, b: RowLook): boolean {
  return a.segments === b.segments && a.filter === b.filter && a.height === b.height && a.width === b.width;
}

function measureRow(item: HTMLElement): RowBox {
  const { top: origin, height } = item.getBoundingClientRect();
  const runs: RunBox[] = [];
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  for (const run of item.querySelectorAll<HTMLElement>(".reader-run[data-start]")) {
    const boxes = [...run.getClientRects()];
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) continue;
    const start = Number(run.dataset.start);
    if (run.dataset.many === undefined)
      runs.push({ start, top: first.top - origin, bottom: last.bottom - origin });
    else
      for (const each of linesOf(run, boxes))
        runs.push({ start: start + each.at, top: each.top - origin, bottom: each.bottom - origin });
    top = Math.min(top, first.top - origin);
    bottom = Math.max(bottom, last.bottom - origin);
  }
  return { top: Number.isFinite(top) ? top : 0, bottom: bottom || height, runs };
}

/** The lines of a run, and how many code units into it each of them begins: segments begin and end anywhere in it. */
function linesOf(run: HTMLElement, boxes: readonly DOMRect[]): { at: number; top: number; bottom: number }[] {
  const words = run.firstChild;
  const length = words?.nodeValue?.length ?? 0;
  const range = document.createRange();
  const topAt = (at: number) => {
    range.setStart(words as Node, at);
    range.setEnd(words as Node, at + 1);
    return range.getBoundingClientRect().top;
  };
  const whole = boxes.reduce((sum, { width }) => sum + width, 0);
  let passed = 0;
  let from = 0;
  return boxes.map(({ top, bottom, width }, line) => {
    // White space at the end of a line has no box of its own there.
    const isAbove = (at: number) => topAt(at) < top - 1;
    // About as many characters as lines before it are wide: each one asked for costs the page something.
    if (line > 0) from = firstNot(isAbove, from, length, Math.round((passed / whole) * length));
    passed += width;
    return { at: from, top, bottom };
  });
}

/**
 * The first in [low, high) of which it does not hold, and `high` if it holds of all. What holds does so from the
 * beginning on without a gap. Looks near `guess` first.
 */
export function firstNot(holds: (at: number) => boolean, low: number, high: number, guess: number): number {
  let [from, to] = [low, high];
  let at = Math.min(Math.max(guess, from), to - 1);
  for (let step = 4; from < to; step *= 2) {
    const above = holds(at);
    if (above) from = at + 1;
    else to = at;
    const next = above ? at + step : at - step;
    if (next <= from || next >= to) break;
    at = next;
  }
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The run that holds an offset; none where that lies before the paragraph. */
export function runStarting({ runs }: RowBox, start: number): RunBox | undefined {
  return runs[lastAtOrBefore(runs, start)];
}

/** The run that holds the last words before `end`. */
export function runEnding({ runs }: RowBox, end: number): RunBox | undefined {
  return runs[lastAtOrBefore(runs, end - 1)];
}

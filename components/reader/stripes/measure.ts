import { lastAtOrBefore } from "../model/document";
import type { Painted } from "../model/painted";

/** Where a run stands; it begins at an offset of the text. */
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
    const boxes = run.getClientRects();
    const first = boxes[0];
    const last = boxes[boxes.length - 1];
    if (!first || !last) continue;
    const at = { start: Number(run.dataset.start), top: first.top - origin, bottom: last.bottom - origin };
    runs.push(at);
    top = Math.min(top, at.top);
    bottom = Math.max(bottom, at.bottom);
  }
  return { top: Number.isFinite(top) ? top : 0, bottom: bottom || height, runs };
}

/** The run that begins at an offset. */
export function runStarting({ runs }: RowBox, start: number): RunBox | undefined {
  const run = runs[lastAtOrBefore(runs, start)];
  return run?.start === start ? run : undefined;
}

/** The run that holds the last words before `end`. */
export function runEnding({ runs }: RowBox, end: number): RunBox | undefined {
  return runs[lastAtOrBefore(runs, end - 1)];
}

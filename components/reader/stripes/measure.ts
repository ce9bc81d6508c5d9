import type { Painted } from "../model/painted";

/** Where the runs of one paragraph stand, in pixels from the top of its element. */
export interface RowBox {
  top: number;
  bottom: number;
  /** By the offset at which a run begins. */
  runs: ReadonlyMap<number, { top: number; bottom: number }>;
}

interface Kept {
  /** What decided how the paragraph is split into runs, beside its segments. */
  filter: object;
  segments: readonly Painted[];
  height: number;
  width: number;
  box: RowBox;
}

const kept = new WeakMap<Element, Kept>();

/** Measures a paragraph on the page; again only when its segments or its size have changed. */
export function measureRow(item: HTMLElement, segments: readonly Painted[], filter: object): RowBox {
  const { offsetHeight: height, offsetWidth: width } = item;
  const known = kept.get(item);
  const same = known?.segments === segments && known.filter === filter;
  if (known && same && known.height === height && known.width === width) return known.box;
  const origin = item.getBoundingClientRect().top;
  const runs = new Map<number, { top: number; bottom: number }>();
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  for (const run of item.querySelectorAll<HTMLElement>(".reader-run[data-start]")) {
    const boxes = run.getClientRects();
    const first = boxes[0];
    const last = boxes[boxes.length - 1];
    if (!first || !last) continue;
    const at = { top: first.top - origin, bottom: last.bottom - origin };
    runs.set(Number(run.dataset.start), at);
    top = Math.min(top, at.top);
    bottom = Math.max(bottom, at.bottom);
  }
  const box = { top: Number.isFinite(top) ? top : 0, bottom: bottom || height, runs };
  kept.set(item, { segments, filter, height, width, box });
  return box;
}

/** The run that holds the last words before `end`. */
export function runEnding(box: RowBox, end: number): { top: number; bottom: number } | undefined {
  let best: number | undefined;
  for (const start of box.runs.keys()) if (start < end && (best === undefined || start > best)) best = start;
  return best === undefined ? undefined : box.runs.get(best);
}

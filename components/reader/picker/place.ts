import { boxAt } from "../text/dom-range";

export interface Spot {
  left: number;
  top?: number;
  bottom?: number;
}

/** Where something of this size goes beside a place of the text: below it, or above where below is no room. In pixels of the window. */
export function spotBeside(
  container: HTMLElement | null,
  range: { start: number; end: number },
  size: { width: number; height: number },
): Spot | null {
  const end = container && boxAt(container, range.end);
  const start = container && boxAt(container, range.start);
  const box = end ?? start;
  if (!box) return null;
  // Where it is wider than the window, it begins at the edge, and has less width than it asks for.
  const left = Math.max(8, Math.min(box.left - size.width / 2, window.innerWidth - size.width - 8));
  if (box.bottom + size.height + 12 < window.innerHeight) return { left, top: box.bottom + 8 };
  const most = window.innerHeight - size.height - 8;
  return { left, bottom: Math.max(8, Math.min(window.innerHeight - (start ?? box).top + 8, most)) };
}

/** Paragraphs one after the other that are not on the page: the first and the last, by number. */
export interface Unshown {
  from: number;
  to: number;
}

/**
 * Where paragraphs that stand are not among those shown, which are in order: before which of these, and after the last.
 * What is folded away is missing from nowhere.
 */
export function gapsOf(
  shown: readonly { index: number }[],
  count: number,
  stands: (index: number) => boolean,
): { before: ReadonlyMap<number, Unshown>; after: Unshown | null } {
  const before = new Map<number, Unshown>();
  let next = 0;
  for (const { index } of shown) {
    const gap = unshown(next, index - 1, stands);
    if (gap) before.set(index, gap);
    next = index + 1;
  }
  return { before, after: unshown(next, count - 1, stands) };
}

function unshown(first: number, last: number, stands: (index: number) => boolean): Unshown | null {
  let [from, to] = [first, last];
  while (from <= to && !stands(from)) from += 1;
  while (to > from && !stands(to)) to -= 1;
  return from <= to ? { from, to } : null;
}

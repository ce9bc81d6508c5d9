/** Where an item stands in an ordered list, or would stand. */
export function placeIn<Item>(
  list: readonly Item[],
  item: Item,
  compare: (a: Item, b: Item) => number,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle] as Item, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A new ordered list with some of its items taken out and others put in. Each place is searched for, so that
 * a change of one among ten thousand compares it with a dozen. No two items compare as equal.
 */
export function exchanged<Item>(
  list: readonly Item[],
  { gone, come }: { gone: readonly Item[]; come: readonly Item[] },
  compare: (a: Item, b: Item) => number,
): readonly Item[] {
  const next = [...list];
  for (const item of gone) next.splice(placeIn(next, item, compare), 1);
  for (const item of come) next.splice(placeIn(next, item, compare), 0, item);
  return next;
}

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

/** For more changes than this it is quicker to go through the list once. */
const MANY = 32;

/**
 * An ordered list with some of its items taken out and others put in: the same one where all that comes stands behind
 * the rest, since a long list comes in hundreds of parts; else a new one. Each place is searched for, so that
 * a change of one among ten thousand compares it with a dozen. No two items compare as equal.
 */
export function exchanged<Item>(
  list: Item[],
  { gone, come }: { gone: readonly Item[]; come: readonly Item[] },
  compare: (a: Item, b: Item) => number,
): Item[] {
  if (gone.length + come.length > MANY) return merged(list, new Set(gone), come.toSorted(compare), compare);
  const next = [...list];
  for (const item of gone) next.splice(placeIn(next, item, compare), 1);
  for (const item of come) next.splice(placeIn(next, item, compare), 0, item);
  return next;
}

function merged<Item>(
  list: Item[],
  gone: ReadonlySet<Item>,
  come: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Item[] {
  const [first, last] = [come[0], come.at(-1)];
  const from = first === undefined ? list.length : placeIn(list, first, compare);
  const to = last === undefined ? from : placeIn(list, last, compare);
  if (from === list.length && gone.size === 0) {
    for (const item of come) list.push(item);
    return list;
  }
  const between: Item[] = [];
  let at = 0;
  for (const item of list.slice(from, to)) {
    for (; at < come.length && compare(come[at] as Item, item) < 0; at += 1) between.push(come[at] as Item);
    between.push(item);
  }
  const next = list.slice(0, from).concat(between, come.slice(at), list.slice(to));
  return gone.size > 0 ? next.filter((item) => !gone.has(item)) : next;
}

/** A binary heap: the least of what is in it can be taken in O(log n). */
export class Heap<Item> {
  private readonly items: Item[] = [];

  /** `compare` is negative where its first argument is to be taken before the second. */
  constructor(private readonly compare: (a: Item, b: Item) => number) {}

  /** The least item, which stays in the heap; undefined if there is none. */
  least(): Item | undefined {
    return this.items[0];
  }

  push(item: Item): void {
    const { items, compare } = this;
    let index = items.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (compare(items[parent] as Item, item) <= 0) break;
      items[index] = items[parent] as Item;
      index = parent;
    }
    items[index] = item;
  }

  /** Takes the least item out; undefined if there is none. */
  pop(): Item | undefined {
    const { items, compare } = this;
    const least = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return least;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= items.length) break;
      const right = child + 1;
      if (right < items.length && compare(items[right] as Item, items[child] as Item) < 0) child = right;
      if (compare(items[child] as Item, last) >= 0) break;
      items[index] = items[child] as Item;
      index = child;
    }
    items[index] = last;
    return least;
  }
}

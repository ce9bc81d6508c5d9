/** Numbers that look like chance and are the same at every run, so that two runs measure the same text and codings. */
export class Chance {
  constructor(private state: number) {}

  /** At least 0 and below 1 (the generator "mulberry32"). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.next() * from.length)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  }

  /** As `pick`, the earlier the likelier: the first of a hundred some ten times as often as the last. */
  pickEarly<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.next() ** 2 * from.length)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  }
}

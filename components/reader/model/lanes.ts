import { compareRanges, lanesOf, type Range } from "@/lib/domain/segment";
import { exchanged, placeIn } from "./in-order";
import type { Painted } from "./painted";

/** A segment as it was and as it is; undefined where it was not, or is no more. */
export interface Repainted {
  before: Painted | undefined;
  after: Painted | undefined;
}

/** The ids of segments alike: where there is one alone, as mostly, it is that one. */
type Alike = string | Set<string>;

/** What stands beside the text for segments that coders made alike. */
interface Stripe extends Range {
  /** The least of their ids: tells apart what has the same range. */
  readonly first: string;
  lane: number;
}

const byPlace = (a: Stripe, b: Stripe) =>
  compareRanges(a, b) || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0);

/**
 * The lane of each stripe, over the whole transcript, so that a stripe keeps its lane while one scrolls. After
 * a change only those lanes are given anew that it can have to do with.
 */
export class LaneIndex {
  /** The ids of the segments alike, and their stripe, by likeness. */
  private readonly ids = new Map<string, Alike>();
  private readonly stripes = new Map<string, Stripe>();
  private ordered: Stripe[] = [];
  /** No stripe is or was longer, in UTF-16 code units: none further before a place reaches it. */
  private longest = 0;
  /** How many stripes each lane has. */
  private readonly filled: number[] = [];

  /** How many lanes there are. */
  count(): number {
    return this.filled.findLastIndex((stripes) => stripes > 0) + 1;
  }

  of({ likeness }: Painted): number {
    return this.stripes.get(likeness)?.lane ?? 0;
  }

  take(changes: readonly Repainted[]): void {
    const gone: Stripe[] = [];
    const come: Stripe[] = [];
    for (const [likeness, { start, end }] of this.regroup(changes)) {
      const before = this.stripes.get(likeness);
      const first = least(this.ids.get(likeness));
      if (before?.first === first) continue;
      if (before) gone.push(before);
      this.stripes.delete(likeness);
      if (first === undefined) continue;
      const stripe = { start, end, first, lane: -1 };
      this.stripes.set(likeness, stripe);
      come.push(stripe);
      this.longest = Math.max(this.longest, end - start);
    }
    this.ordered = exchanged(this.ordered, { gone, come }, byPlace);
    for (const { lane } of gone) this.fill(lane, -1);
    this.settle([...gone, ...come].sort(byPlace));
  }

  /** Moves the ids to the segments that theirs are alike to now; answers whose stripes that touches. */
  private regroup(changes: readonly Repainted[]): ReadonlyMap<string, Range> {
    const touched = new Map<string, Range>();
    for (const { before, after } of changes) {
      if (before) {
        this.leave(before);
        touched.set(before.likeness, before);
      }
      if (after) {
        const alike = this.ids.get(after.likeness);
        this.ids.set(after.likeness, alike === undefined ? after.id : new Set(all(alike)).add(after.id));
        touched.set(after.likeness, after);
      }
    }
    return touched;
  }

  private leave({ id, likeness }: Painted): void {
    const left = [...all(this.ids.get(likeness))].filter((each) => each !== id);
    if (left.length > 1) this.ids.set(likeness, new Set(left));
    else if (left[0] === undefined) this.ids.delete(likeness);
    else this.ids.set(likeness, left[0]);
  }

  /** Gives lanes from the first change on, until what stands there is what stood there. */
  private settle(changed: readonly Stripe[]): void {
    const [from] = changed;
    if (!from) return;
    const at = placeIn(this.ordered, from, byPlace);
    const rest = this.ordered.slice(at);
    const begin = rest[0]?.start ?? 0;
    const standing: Stripe[] = [];
    for (let before = at - 1; before >= 0; before -= 1) {
      const stripe = this.ordered[before] as Stripe;
      if (stripe.start + this.longest <= begin) break;
      if (stripe.end > begin) standing.push(stripe);
    }
    const lanes = lanesOf(rest, standing);
    let unsettled = changed.reduce((furthest, { end }) => Math.max(furthest, end), 0);
    for (const stripe of rest) {
      if (stripe.start >= unsettled) return;
      const lane: number = lanes.next().value;
      if (lane === stripe.lane) continue;
      unsettled = Math.max(unsettled, stripe.end);
      this.fill(stripe.lane, -1);
      this.fill(lane, 1);
      stripe.lane = lane;
    }
  }

  /** Counts a stripe into a lane or out of it; one that has come has none yet. */
  private fill(lane: number, stripes: 1 | -1): void {
    if (lane >= 0) this.filled[lane] = (this.filled[lane] ?? 0) + stripes;
  }
}

const all = (alike: Alike = new Set()): Iterable<string> => (typeof alike === "string" ? [alike] : alike);

function least(alike: Alike | undefined): string | undefined {
  let first: string | undefined;
  for (const id of all(alike)) if (first === undefined || id < first) first = id;
  return first;
}

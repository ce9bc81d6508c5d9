import { assignLanes, compareRanges } from "@/lib/domain/segment";
import { lastAtOrBefore } from "./document";
import type { Rows } from "./rows";

/** A live segment as it is shown. Immutable: a change makes a new one, so that identity says what to repaint. */
export interface Painted {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly coderId: string;
  readonly codeIds: readonly string[];
  readonly hasMemo: boolean;
  /** The same for segments with the same borders and the same codes. */
  readonly likeness: string;
}

const NONE: readonly Painted[] = [];

/** Live segments by paragraph and in order of place. Knows which paragraphs a change touched. */
export class PaintedIndex {
  private readonly byId = new Map<string, Painted>();
  private readonly byRow = new Map<number, readonly Painted[]>();
  private sorted: readonly Painted[] = NONE;
  private lanes: { of: Map<string, number>; count: number } | null = null;

  constructor(private starts: readonly { start: number }[]) {}

  /** Goes on with more paragraphs, the first of which are those it has. */
  take(starts: readonly { start: number }[]): void {
    this.starts = starts;
  }

  get(id: string): Painted | undefined {
    return this.byId.get(id);
  }

  /** All, by `compareRanges`. */
  ordered(): readonly Painted[] {
    return this.sorted;
  }

  inRow(row: number): readonly Painted[] {
    return this.byRow.get(row) ?? NONE;
  }

  /** The lane of each stripe, over the whole transcript, so that a stripe keeps its lane while one scrolls. */
  laneOf(): { of: ReadonlyMap<string, number>; count: number } {
    if (!this.lanes) {
      // Segments that coders made alike are shown as one stripe, so they need one lane.
      const groups = new Map<string, number>();
      const firsts: Painted[] = [];
      for (const each of this.sorted) {
        if (groups.has(each.likeness)) continue;
        groups.set(each.likeness, firsts.length);
        firsts.push(each);
      }
      const { lanes, count } = assignLanes(firsts);
      const of = new Map<string, number>();
      for (const { id, likeness } of this.sorted) of.set(id, lanes[groups.get(likeness) ?? 0] ?? 0);
      this.lanes = { of, count };
    }
    return this.lanes;
  }

  /** Brings these segments up to date with the rows; answers the paragraphs to repaint. */
  refresh(rows: Rows, ids: Iterable<string>): Set<number> {
    const touched = new Set<number>();
    const changed = new Map<string, Painted | undefined>();
    for (const id of ids) {
      const before = this.byId.get(id);
      const after = paint(rows, id);
      if (before && after ? equal(before, after) : before === after) continue;
      changed.set(id, after);
      if (before) this.eachRow(before, (row) => touched.add(row));
      if (after) this.eachRow(after, (row) => touched.add(row));
    }
    if (changed.size === 0) return touched;
    for (const [id, after] of changed) {
      if (after) this.byId.set(id, after);
      else this.byId.delete(id);
    }
    this.sorted = merge(this.sorted, changed);
    this.lanes = null;
    this.fillRows(touched, changed);
    return touched;
  }

  private fillRows(touched: Set<number>, changed: ReadonlyMap<string, Painted | undefined>): void {
    const kept = new Map<number, Painted[]>();
    for (const row of touched) {
      const before = this.inRow(row);
      kept.set(row, before === NONE ? [] : before.filter((each) => !changed.has(each.id)));
    }
    for (const after of changed.values()) {
      if (after) this.eachRow(after, (row) => kept.get(row)?.push(after));
    }
    for (const [row, segments] of kept) this.byRow.set(row, segments.sort(byPlace));
  }

  /** Goes through the paragraphs that the range has a part in. */
  private eachRow(range: Painted, visit: (row: number) => void): void {
    let row = Math.max(0, lastAtOrBefore(this.starts, range.start));
    for (let start: number | undefined = range.start; start !== undefined && start < range.end; ) {
      visit(row);
      row += 1;
      start = this.starts[row]?.start;
    }
  }
}

const byPlace = (a: Painted, b: Painted) => compareRanges(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function paint(rows: Rows, id: string): Painted | undefined {
  const row = rows.segment(id);
  if (!row || row.deleted) return undefined;
  const { start, end, coderId } = row;
  const codeIds: string[] = [];
  for (const coding of rows.codingsOf(id)) if (!coding.deleted) codeIds.push(coding.codeId);
  const likeness = `${start}:${end}:${codeIds.length > 1 ? codeIds.toSorted().join() : codeIds[0]}`;
  return { id, start, end, coderId, codeIds, hasMemo: row.memo.trim() !== "", likeness };
}

function equal(a: Painted, b: Painted): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.hasMemo === b.hasMemo &&
    a.codeIds.length === b.codeIds.length &&
    a.codeIds.every((id, index) => id === b.codeIds[index])
  );
}

/** The ordered list with the changed ones taken out and put in at their new places. Linear. */
function merge(sorted: readonly Painted[], changed: ReadonlyMap<string, Painted | undefined>): Painted[] {
  const incoming: Painted[] = [];
  for (const each of changed.values()) if (each) incoming.push(each);
  incoming.sort(byPlace);
  const merged: Painted[] = [];
  let next = 0;
  for (const each of sorted) {
    if (changed.has(each.id)) continue;
    for (; next < incoming.length && byPlace(incoming[next] as Painted, each) < 0; next += 1) {
      merged.push(incoming[next] as Painted);
    }
    merged.push(each);
  }
  for (; next < incoming.length; next += 1) merged.push(incoming[next] as Painted);
  return merged;
}

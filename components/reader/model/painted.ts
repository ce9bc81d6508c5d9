import { compareRanges, overlaps, type Range } from "@/lib/domain/segment";
import { lastAtOrBefore } from "./document";
import { exchanged } from "./in-order";
import { LaneIndex, type Repainted } from "./lanes";
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
  private sorted: Painted[] = [];
  /** Where each stripe stands beside the text. */
  readonly lanes = new LaneIndex();

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

  /** Those that have a part in the range, by `compareRanges`. */
  within(range: Range): Painted[] {
    const found: Painted[] = [];
    const first = this.firstRow(range);
    this.eachRow(range, (row) => {
      const { start = 0 } = this.starts[row] ?? {};
      for (const segment of this.inRow(row)) {
        // What began in an earlier paragraph has been met there.
        const met = row > first && segment.start < start;
        if (!met && overlaps(segment, range)) found.push(segment);
      }
    });
    return found;
  }

  /** Brings these segments up to date with the rows; answers the paragraphs to repaint. */
  refresh(rows: Rows, ids: Iterable<string>): Set<number> {
    const touched = new Set<number>();
    const changes: Repainted[] = [];
    for (const id of new Set(ids)) {
      const before = this.byId.get(id);
      const after = paint(rows, id);
      if (before && after ? equal(before, after) : before === after) continue;
      changes.push({ before, after });
      if (before) this.eachRow(before, (row) => touched.add(row));
      if (after) this.eachRow(after, (row) => touched.add(row));
      if (after) this.byId.set(id, after);
      else this.byId.delete(id);
    }
    const gone = changes.flatMap(({ before }) => before ?? []);
    const come = changes.flatMap(({ after }) => after ?? []);
    this.sorted = exchanged(this.sorted, { gone, come }, byPlace);
    this.lanes.take(changes);
    this.fillRows(touched, gone, come);
    return touched;
  }

  private fillRows(touched: Set<number>, gone: readonly Painted[], come: readonly Painted[]): void {
    const changed = new Set(gone);
    const kept = new Map<number, Painted[]>();
    for (const row of touched)
      kept.set(
        row,
        this.inRow(row).filter((each) => !changed.has(each)),
      );
    for (const after of come) this.eachRow(after, (row) => kept.get(row)?.push(after));
    for (const [row, segments] of kept) this.byRow.set(row, segments.sort(byPlace));
  }

  /** Goes through the paragraphs that the range has a part in. */
  private eachRow(range: Range, visit: (row: number) => void): void {
    let row = this.firstRow(range);
    for (let start: number | undefined = range.start; start !== undefined && start < range.end; ) {
      visit(row);
      row += 1;
      start = this.starts[row]?.start;
    }
  }

  private firstRow({ start }: Range): number {
    return Math.max(0, lastAtOrBefore(this.starts, start));
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

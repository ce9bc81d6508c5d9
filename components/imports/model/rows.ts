import { isBoundary } from "@/lib/domain/text";
import type { ParsedTurn } from "@/lib/domain/transcript";

/** A line longer than this is shown in pieces, so that no row is long to lay out; in UTF-16 code units. */
const LONGEST = 2000;

/**
 * The lines of a transcript as rows of the preview: where each begins and ends in the text (half-open
 * UTF-16 code units), and the turn it belongs to, or -1 for what is nobody's speech. A million rows fit in
 * twelve megabytes, since they are numbers alone.
 */
export interface Rows {
  count: number;
  start: Int32Array;
  end: Int32Array;
  turn: Int32Array;
}

export function rowsOf(text: string, turns: readonly ParsedTurn[]): Rows {
  const rows = new Growing();
  let at = 0;
  turns.forEach(({ start, bodyStart, end }, turn) => {
    addLines(rows, text, at, start, -1);
    const before = rows.count;
    addLines(rows, text, bodyStart, end, turn);
    // A label with nothing after it is a row too, or its speaker would not be seen.
    if (rows.count === before) rows.add(bodyStart, end, turn);
    at = end;
  });
  addLines(rows, text, at, text.length, -1);
  return rows.done();
}

function addLines(rows: Growing, text: string, from: number, to: number, turn: number): void {
  for (let at = from; at < to; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 || found >= to ? to : found;
    if (!isBlank(text, at, end)) addPieces(rows, text, at, end, turn);
    at = end + 1;
  }
}

function addPieces(rows: Growing, text: string, from: number, to: number, turn: number): void {
  for (let at = from; at < to; ) {
    let end = Math.min(to, at + LONGEST);
    if (!isBoundary(text, end)) end -= 1;
    rows.add(at, end, turn);
    at = end;
  }
}

const SPACE = /\S/gu;
/** Blanks at the start of a line are few; a line of ten megabytes is not copied to find out. */
function isBlank(text: string, from: number, to: number): boolean {
  SPACE.lastIndex = from;
  const found = SPACE.exec(text);
  return !found || found.index >= to;
}

/** The last row that begins at or before an offset; 0 where none does. */
export function rowAtOffset({ start, count }: Rows, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

class Growing implements Rows {
  count = 0;
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  turn = new Int32Array(1024);

  add(start: number, end: number, turn: number): void {
    if (this.count === this.start.length) {
      for (const column of ["start", "end", "turn"] as const) {
        const wider = new Int32Array(this.count * 2);
        wider.set(this[column]);
        this[column] = wider;
      }
    }
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.turn[this.count] = turn;
    this.count += 1;
  }

  done(): Rows {
    const { count } = this;
    const cut = (column: Int32Array) => column.slice(0, count);
    return { count, start: cut(this.start), end: cut(this.end), turn: cut(this.turn) };
  }
}

import { lastAtOrBefore, type ReaderDocument, type Turn } from "@/components/reader/model/document";

/** Rows of a text, half-open, by the number that aligned turns share. */
type Spans = ReadonlyMap<number, { start: number; end: number }>;

/** From the first paragraph of the turns that share a number to after the last. */
export function spansOf({ rows }: Pick<ReaderDocument, "rows">): Spans {
  const spans = new Map<number, { start: number; end: number }>();
  for (const { index, turn } of rows) {
    if (turn === null || turn.align === null) continue;
    const span = spans.get(turn.align);
    if (span) span.end = index + 1;
    else spans.set(turn.align, { start: index, end: index + 1 });
  }
  return spans;
}

/**
 * The row of the other text that stands beside a row of this one: as far into the aligned turns as the row
 * is into its own. Where nothing is aligned with it, beside what was aligned before it, else at the beginning.
 */
export function rowBeside(
  own: Pick<ReaderDocument, "rows">,
  spans: { own: Spans; other: Spans },
  row: number,
): number {
  for (let index = Math.min(row, own.rows.length - 1); index >= 0; index--) {
    const align = own.rows[index]?.turn?.align ?? null;
    if (align === null) continue;
    const [here, there] = [spans.own.get(align), spans.other.get(align)];
    if (!here || !there) continue;
    const far = (Math.min(row, here.end) - here.start) / (here.end - here.start);
    return Math.min(there.end - 1, there.start + Math.floor(far * (there.end - there.start)));
  }
  return 0;
}

/**
 * The turns of the other text by the row of this one that they are read under: the last of those aligned with
 * them; where nothing is aligned, that of the turn before. None is left out.
 */
export function turnsUnder(
  own: Pick<ReaderDocument, "rows">,
  other: Pick<ReaderDocument, "turns">,
): Map<number, Turn[]> {
  const spans = spansOf(own);
  const under = new Map<number, Turn[]>();
  let row = 0;
  for (const turn of other.turns) {
    const span = turn.align === null ? undefined : spans.get(turn.align);
    if (span) row = span.end - 1;
    under.set(row, [...(under.get(row) ?? []), turn]);
  }
  return under;
}

interface Coded {
  start: number;
  end: number;
  codeIds: readonly string[];
}

/** The codes on the turns that share a number, each once, in the order in which they are first met. */
export function codesByAlign(
  { turns }: Pick<ReaderDocument, "turns">,
  segments: readonly Coded[],
): Map<number, string[]> {
  const codes = new Map<number, string[]>();
  for (const { start, end, codeIds } of segments) {
    for (let index = Math.max(0, lastAtOrBefore(turns, start)); index < turns.length; index++) {
      const turn = turns[index];
      if (!turn || turn.start >= end) break;
      if (turn.align === null || turn.end <= start) continue;
      const known = codes.get(turn.align) ?? [];
      codes.set(turn.align, [...known, ...codeIds.filter((id) => !known.includes(id))]);
    }
  }
  return codes;
}

import { type Edit, type Range, rebaser } from "../segment";

/** A turn, as far as its place goes. */
interface Turn extends Range {
  readonly bodyStart: number;
}

/** What stands beside a text: turns in order, times, and passages. Half-open ranges, in UTF-16 code units. */
export interface Beside<T extends Turn, P extends { at: number }, R extends Range> {
  turns: T[];
  points: P[];
  passages: R[];
}

/**
 * Takes what stands beside a text along when the text is edited. A turn or passage takes in whole an edit
 * that reaches into it; where one edit reaches into two turns, it belongs to the first. What has lost all
 * of its words goes.
 */
export function carryBeside<T extends Turn, P extends { at: number }, R extends Range>(
  beside: Beside<T, P, R>,
  edits: readonly Edit[],
): Beside<T, P, R> {
  const { around } = rebaser(edits);
  const turns: T[] = [];
  let last = 0;
  for (const turn of beside.turns) {
    const range = around(turn);
    const start = Math.max(range.start, last);
    if (range.end <= start) continue;
    const body =
      turn.bodyStart < turn.end ? around({ start: turn.bodyStart, end: turn.end }).start : range.end;
    turns.push({ ...turn, start, bodyStart: Math.min(Math.max(body, start), range.end), end: range.end });
    last = range.end;
  }
  const points: P[] = [];
  for (const point of beside.points) {
    const { start } = around({ start: point.at, end: point.at + 1 });
    if (start > (points.at(-1)?.at ?? -1)) points.push({ ...point, at: start });
  }
  const passages = beside.passages
    .map((passage) => ({ ...passage, ...around(passage) }))
    .filter(({ start, end }) => start < end);
  return { turns, points, passages };
}

/**
 * Numbers of alignment for the turns of a new text, from those of the old: a turn without a number takes
 * that of the old turn whose middle comes to lie in it. `turns` and `former` are in order.
 */
export function carryAlignment<T extends Range & { align: number | null }>(
  turns: readonly T[],
  former: readonly (Range & { align: number | null })[],
  edits: readonly Edit[],
): T[] {
  const { around, kept } = rebaser(edits);
  const numbered = former
    .filter((turn) => turn.align !== null && kept(turn) * 2 > turn.end - turn.start)
    .map((turn) => ({ align: turn.align, middle: middleOf(around(turn)) }));
  let next = 0;
  return turns.map((turn) => {
    while ((numbered[next]?.middle ?? Number.POSITIVE_INFINITY) < turn.start) next += 1;
    const found = numbered[next];
    return turn.align === null && found && found.middle < turn.end ? { ...turn, align: found.align } : turn;
  });
}

const middleOf = ({ start, end }: Range) => (start + end) >> 1;

import type { Range } from "../segment";

/** A stretch longer than this is parted, so that no text costs more than its length. UTF-16 code units. */
export const LONGEST_STRETCH = 16_384;

/** What search needs to know of a turn. Half-open, in UTF-16 code units. */
export interface SpokenTurn {
  bodyStart: number;
  end: number;
  start: number;
}

/** Words that are searched together, and the index of the turn they are said in; null where nobody speaks. */
export interface Stretch extends Range {
  turn: number | null;
}

/** Whole lines of a text, and the turns of it that begin before they end; later turns may follow, in the order of the text. */
export interface Piece<Turn extends SpokenTurn = SpokenTurn> {
  /** Where `text` begins in the whole, in UTF-16 code units. */
  offset: number;
  text: string;
  turns: readonly Turn[];
  /** Whether the whole ends here. */
  last: boolean;
}

/**
 * What of a text is searched, in order and without overlaps: what is said in each turn, without the label
 * before it, and each line outside of turns. No hit reaches beyond one of them. Very long ones are parted at
 * a line break or white space, always at the same places. Turns are in the order of the text.
 */
export function stretchesOf(text: string, turns: readonly SpokenTurn[]): Stretch[] {
  return stretchesIn({ offset: 0, text, turns, last: true }).stretches;
}

/**
 * The same of a text that comes piece by piece: the stretches that are known for certain, in offsets of the whole. The
 * next piece begins at `rest`, which leaves over less than the longest stretch, and its turns follow the first `done`.
 */
export function stretchesIn({ offset, text, turns, last }: Piece): {
  stretches: Stretch[];
  rest: number;
  done: number;
} {
  const stretches: Stretch[] = [];
  const put = (some: Iterable<Stretch>) => {
    for (const { start, end, turn } of some)
      if (/\S/.test(text.slice(start, end)))
        stretches.push({ start: offset + start, end: offset + end, turn });
  };
  let at = 0;
  const lines = (until: number) => {
    while (at < until) {
      const lineBreak = text.indexOf("\n", at);
      const end = lineBreak < 0 || lineBreak >= until ? until : lineBreak + 1;
      put(parts(text, at, end, null));
      at = end;
    }
  };
  let done = 0;
  for (const turn of turns) {
    if (!last && turn.start - offset >= text.length) break;
    lines(turn.start - offset);
    const from = Math.max(at, turn.bodyStart - offset);
    if (!last && turn.end - offset > text.length) {
      // Where its last part ends is told by what follows.
      const begun = [...parts(text, from, text.length, done)];
      const open = begun.pop()?.start ?? text.length;
      put(begun);
      return { stretches, rest: offset + open, done };
    }
    put(parts(text, from, turn.end - offset, done));
    at = Math.max(at, turn.end - offset);
    done += 1;
  }
  lines(text.length);
  return { stretches, rest: offset + text.length, done };
}

function* parts(text: string, start: number, end: number, turn: number | null): Generator<Stretch> {
  let from = start;
  while (end - from > LONGEST_STRETCH) {
    const to = cutBefore(text, from, from + LONGEST_STRETCH);
    yield { start: from, end: to, turn };
    from = to;
  }
  if (from < end) yield { start: from, end, turn };
}

/** The last place at or before `most` after a line break, else after white space, else where no character is split. */
function cutBefore(text: string, from: number, most: number): number {
  const lineBreak = text.lastIndexOf("\n", most - 1);
  if (lineBreak > from) return lineBreak + 1;
  for (let at = most; at > most - 512; at -= 1) if (/[\s。、]/.test(text.charAt(at - 1))) return at;
  return /[\uDC00-\uDFFF]/.test(text.charAt(most)) ? most - 1 : most;
}

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

/**
 * What of a text is searched, in order and without overlaps: what is said in each turn, without the label
 * before it, and each line outside of turns. No hit reaches beyond one of them. Very long ones are parted at
 * a line break or white space, always at the same places. Turns are in the order of the text.
 */
export function stretchesOf(text: string, turns: readonly SpokenTurn[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const lines = (until: number) => {
    while (at < until) {
      const lineBreak = text.indexOf("\n", at);
      const end = lineBreak < 0 || lineBreak >= until ? until : lineBreak + 1;
      stretches.push(...parts(text, at, end, null));
      at = end;
    }
  };
  for (const [index, turn] of turns.entries()) {
    lines(turn.start);
    stretches.push(...parts(text, Math.max(at, turn.bodyStart), turn.end, index));
    at = Math.max(at, turn.end);
  }
  lines(text.length);
  return stretches.filter(({ start, end }) => /\S/.test(text.slice(start, end)));
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

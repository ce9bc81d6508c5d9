import "server-only";
import { fold, type SpokenTurn, shortKeys, stretchesIn } from "@/lib/domain/search";

/** A stretch of a text as it is searched: where it lies, on which lines, and in which form. */
export interface StretchRow {
  start: number;
  end: number;
  turn: number | null;
  firstLine: number;
  lastLine: number;
  folded: string;
  short: string[];
}

export interface Line {
  ordinal: number;
  start: number;
  text: string;
}

export type OrdinalTurn = SpokenTurn & { ordinal: number };

/** Makes the stretches of a text of which lines and turns come some at a time, both in the order of the text. */
export class StretchRows {
  private lines: Line[] = [];
  private turns: OrdinalTurn[] = [];
  private offset = 0;

  /**
   * The stretches that end within the lines so far, each made when it is asked for. Every turn that begins
   * in these lines has come with them at the latest.
   */
  *next(lines: readonly Line[], turns: readonly OrdinalTurn[], last: boolean): Generator<StretchRow> {
    const known = this.lines.concat(lines);
    const told = this.turns.concat(turns);
    const { offset } = this;
    const text = known
      .map((line) => line.text)
      .join("")
      .slice(offset - (known[0]?.start ?? offset));
    const { stretches, rest, done } = stretchesIn({ offset, text, turns: told, last });
    let first = 0;
    for (const { start, end, turn } of stretches) {
      first = lineAt(known, start, first);
      const folded = fold(text.slice(start - offset, end - offset)).text;
      yield {
        ...{ start, end, turn: turn === null ? null : (told[turn]?.ordinal ?? null) },
        firstLine: known[first]?.ordinal ?? 0,
        lastLine: known[lineAt(known, end - 1, first)]?.ordinal ?? 0,
        ...{ folded, short: shortKeys(folded) },
      };
    }
    this.offset = rest;
    this.turns = told.slice(done);
    this.lines = known.slice(lineAt(known, rest, first));
  }
}

/** The index of the line that holds an offset, looked for from one that begins no later. */
function lineAt(lines: readonly Line[], offset: number, from: number): number {
  let at = from;
  while (at + 1 < lines.length && (lines[at + 1] as Line).start <= offset) at += 1;
  return at;
}

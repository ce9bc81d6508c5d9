import "server-only";
import { fold, type SpokenTurn, shortKeys, stretchesOf } from "@/lib/domain/search";

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

/** The stretches of a text, in order. Lines and turns are in the order of the text, with their ordinals in it. */
export function* stretchRows(
  lines: readonly { start: number; text: string }[],
  turns: readonly (SpokenTurn & { ordinal: number })[],
): Generator<StretchRow> {
  const text = lines.map((line) => line.text).join("");
  const starts = lines.map((line) => line.start);
  let firstLine = 0;
  for (const { start, end, turn } of stretchesOf(text, turns)) {
    while (firstLine + 1 < starts.length && (starts[firstLine + 1] as number) <= start) firstLine += 1;
    let lastLine = firstLine;
    while (lastLine + 1 < starts.length && (starts[lastLine + 1] as number) < end) lastLine += 1;
    const folded = fold(text.slice(start, end)).text;
    const ordinal = turn === null ? null : (turns[turn]?.ordinal ?? null);
    yield { start, end, turn: ordinal, firstLine, lastLine, folded, short: shortKeys(folded) };
  }
}

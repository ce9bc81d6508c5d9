import { timesIn } from "./times";
import type { ParsedPoint, ParsedTurn } from "./types";

/** The times of turns as points where their speech begins; ascending, one at each offset. */
export function pointsOf(turns: readonly ParsedTurn[]): ParsedPoint[] {
  return tidyPoints(
    turns.flatMap(({ bodyStart, atMs }) => (atMs === null ? [] : [{ at: bodyStart, ms: atMs }])),
  );
}

/** The times of turns and those that stand within their words, each where the words after it begin. */
export function pointsIn(text: string, turns: readonly ParsedTurn[]): ParsedPoint[] {
  const inside = turns.flatMap(({ bodyStart, end }) =>
    timesIn(text.slice(bodyStart, end)).map((time) => ({
      at: afterBlanks(text, bodyStart + time.end),
      ms: time.ms,
    })),
  );
  return tidyPoints([...pointsOf(turns), ...inside]);
}

const BLANKS = /[ \t\u00a0\u3000]*/uy;
function afterBlanks(text: string, offset: number): number {
  BLANKS.lastIndex = offset;
  return offset + (BLANKS.exec(text)?.[0].length ?? 0);
}

/** Points in the order of their offsets; of two at one offset the last stays. */
export function tidyPoints(points: readonly ParsedPoint[]): ParsedPoint[] {
  const sorted = points.map((point, index) => ({ point, index }));
  sorted.sort((a, b) => a.point.at - b.point.at || a.index - b.index);
  return sorted
    .filter(({ point }, place) => sorted[place + 1]?.point.at !== point.at)
    .map(({ point }) => point);
}

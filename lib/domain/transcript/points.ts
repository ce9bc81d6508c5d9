import type { ParsedPoint, ParsedTurn } from "./types";

/** The times of turns as points where their speech begins; ascending, one at each offset. */
export function pointsOf(turns: readonly ParsedTurn[]): ParsedPoint[] {
  return tidyPoints(
    turns.flatMap(({ bodyStart, atMs }) => (atMs === null ? [] : [{ at: bodyStart, ms: atMs }])),
  );
}

/** Points in the order of their offsets; of two at one offset the last stays. */
export function tidyPoints(points: readonly ParsedPoint[]): ParsedPoint[] {
  const sorted = points.map((point, index) => ({ point, index }));
  sorted.sort((a, b) => a.point.at - b.point.at || a.index - b.index);
  return sorted
    .filter(({ point }, place) => sorted[place + 1]?.point.at !== point.at)
    .map(({ point }) => point);
}

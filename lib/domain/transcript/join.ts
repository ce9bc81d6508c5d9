import type { ParsedPoint, ParsedTranscript, ParsedTurn } from "./types";

/**
 * The transcript with consecutive turns of one speaker as one, each chunk in a paragraph of its own. What
 * stood between their words, a label or a time, is taken out of the text; times remain as points. What
 * lies between two turns and is no speech keeps them apart. Offsets are of the text that comes out.
 */
export function joinedTurns(parsed: ParsedTranscript): ParsedTranscript {
  const turns: ParsedTurn[] = [];
  /** What is taken out: half-open, ascending, each replaced by a line break. */
  const cuts: { start: number; end: number }[] = [];
  for (const turn of parsed.turns) {
    const open = turns.at(-1);
    const apart = open ? parsed.text.slice(open.end, turn.start).trim() !== "" : true;
    if (
      open &&
      !apart &&
      turn.speaker !== null &&
      turn.speaker === open.speaker &&
      turn.bodyStart < turn.end
    ) {
      cuts.push({ start: open.end, end: turn.bodyStart });
      open.end = turn.end;
    } else turns.push({ ...turn });
  }
  if (cuts.length === 0) return parsed;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of cuts) {
    pieces.push(parsed.text.slice(from, start), "\n");
    from = end;
  }
  pieces.push(parsed.text.slice(from));
  const move = mover(cuts);
  const counts = new Map<string, number>();
  for (const { speaker } of turns) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return {
    ...parsed,
    text: pieces.join(""),
    turns: turns.map((turn) => ({
      ...turn,
      start: move(turn.start),
      bodyStart: move(turn.bodyStart),
      end: move(turn.end),
    })),
    points: parsed.points.map(({ at, ms }): ParsedPoint => ({ at: move(at), ms })),
    speakers: parsed.speakers.map((speaker) => ({ ...speaker, turns: counts.get(speaker.label) ?? 0 })),
    candidates: parsed.candidates.map((each) => ({ ...each, at: move(each.at) })),
    warnings: parsed.warnings.map((each) => (each.at === undefined ? each : { ...each, at: move(each.at) })),
    leftOut: parsed.leftOut.map((each) => (each.at === undefined ? each : { ...each, at: move(each.at) })),
  };
}

/** Where an offset comes to lie. None is inside a cut: that holds a label or a time, which nothing else points to. */
function mover(cuts: readonly { start: number; end: number }[]): (offset: number) => number {
  const shifts: number[] = [];
  let shift = 0;
  for (const { start, end } of cuts) {
    shift += 1 - (end - start);
    shifts.push(shift);
  }
  return (offset) => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cuts[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low - 1] ?? 0);
  };
}

import { overlaps, type Range, touches } from "../segment";

/**
 * Of `others`, those that lie in one piece with `range`: what overlaps or touches it, what overlaps or touches
 * that, and so on; `joined` says of a gap whether it counts as none, such as white space. In the given order.
 */
export function inOnePiece<Item extends Range>(
  range: Range,
  others: readonly Item[],
  joined: (gap: Range) => boolean,
): Item[] {
  let piece = { start: range.start, end: range.end };
  let found: Item[] = [];
  const near = (item: Item) => {
    const gap = { start: Math.min(piece.end, item.end), end: Math.max(piece.start, item.start) };
    return overlaps(piece, item) || touches(piece, item) || joined(gap);
  };
  for (let grown = true; grown; ) {
    const now = others.filter(near);
    grown = now.length > found.length;
    found = now;
    piece = {
      start: Math.min(piece.start, ...found.map(({ start }) => start)),
      end: Math.max(piece.end, ...found.map(({ end }) => end)),
    };
  }
  return found;
}

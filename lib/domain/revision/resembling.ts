import { type Range, rebaser } from "../segment";
import { boundaryAtOrAfter, boundaryAtOrBefore } from "../text";
import { difference } from "./difference";

/** How many pieces of the words are looked for, at most, and how long they are; the shorter for short words. */
const SEEDS = 24;
const LENGTHS = [16, 8, 4, 2];
/** A piece that stands in more places than this says nothing. */
const COMMON = 40;
/** Places of pieces that agree to within so many code units speak for the same place. */
const BUCKET = 64;

/**
 * The place in `text` that resembles `quote` most, with Dice's coefficient of the code units in common;
 * null where no piece of the quote stands in the text. Pieces of the quote vote for where its beginning
 * would lie; around the place with most votes (of equal ones, the nearest to `expected`) the two are
 * compared. The cost grows with the length of the text, not with the number of its words.
 */
export function resembling(
  quote: string,
  text: string,
  expected: number,
): { range: Range; score: number } | null {
  for (const length of LENGTHS) {
    if (length > quote.length) continue;
    const beginning = vote(quote, text, length, expected);
    if (beginning === null) continue;
    const slack = BUCKET + (quote.length >> 2);
    const start = boundaryAtOrAfter(text, beginning - slack);
    const end = boundaryAtOrBefore(text, beginning + quote.length + slack);
    const window = text.slice(start, end);
    const edits = difference(quote, window);
    const whole = { start: 0, end: quote.length };
    const { around, kept } = rebaser(edits);
    const inside = around(whole);
    if (inside.end <= inside.start) continue;
    const score = (2 * kept(whole)) / (quote.length + inside.end - inside.start);
    return { range: { start: start + inside.start, end: start + inside.end }, score: Math.min(1, score) };
  }
  return null;
}

/** Where most pieces of the quote would have it begin. */
function vote(quote: string, text: string, length: number, expected: number): number | null {
  const votes = new Map<number, { count: number; sum: number }>();
  const step = Math.max(1, Math.floor((quote.length - length) / SEEDS));
  for (let offset = 0; offset + length <= quote.length; offset += step) {
    const piece = quote.slice(offset, offset + length);
    const places = allOf(text, piece);
    for (const at of places) {
      const bucket = Math.round((at - offset) / BUCKET);
      const known = votes.get(bucket) ?? { count: 0, sum: 0 };
      votes.set(bucket, { count: known.count + 1, sum: known.sum + at - offset });
    }
  }
  let best: { count: number; at: number } | null = null;
  for (const { count, sum } of votes.values()) {
    const at = Math.round(sum / count);
    const nearer = best !== null && Math.abs(at - expected) < Math.abs(best.at - expected);
    if (best === null || count > best.count || (count === best.count && nearer)) best = { count, at };
  }
  return best?.at ?? null;
}

/** Where a piece stands; nothing where it stands almost everywhere. */
function allOf(text: string, piece: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (places.length === COMMON) return [];
    places.push(at);
  }
  return places;
}

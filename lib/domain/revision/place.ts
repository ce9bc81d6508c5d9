import { contextOf, type Range, rebaser } from "../segment";
import { difference, type TextEdit } from "./difference";
import { resembling } from "./resembling";

/** A place where a segment may belong: how much of its words stands there, from 0 to 1. */
export interface Proposal {
  range: Range;
  score: number;
}

/** Where a segment of the old text lies in the new one, and how that is known. */
export type Placing = { ok: true; by: "offsets" | "quote"; range: Range } | { ok: false };

export interface Placer {
  /** A place that is certain: the same words, moved by the edits, or found by their context. */
  place(range: Range): Placing;
  /** For a segment without a certain place: where it most likely belongs, or null. */
  propose(range: Range): Proposal | null;
}

/** Less than this is no resemblance that a person should be asked about. */
const LEAST = 0.3;
/** A place at which so much of the words still stands is not looked for elsewhere. */
const HERE = 0.5;

/**
 * Places non-empty ranges of `before` in `after`. First by the edits between the two: certain where they
 * leave the words alone. Else, where the words have gone from their place, by the quote with its context
 * on both sides: certain where it stands exactly once in either text, so that it was moved. What is
 * certain quotes the same words. Anything else is a proposal for a person: what the edits made of the
 * range, or the place of `after` that resembles its words most.
 */
export function placer(
  before: string,
  after: string,
  edits: readonly TextEdit[] = difference(before, after),
): Placer {
  const moved = rebaser(edits);
  const share = (range: Range) => moved.kept(range) / (range.end - range.start);
  return {
    place(range) {
      const rebased = moved.rebase(range);
      if (rebased.ok) return { ok: true, by: "offsets", range: rebased.range };
      const found = share(range) < HERE ? byQuote(before, after, range) : null;
      return found ? { ok: true, by: "quote", range: found } : { ok: false };
    },
    propose(range) {
      const quote = before.slice(range.start, range.end);
      const here = scored(quote, moved.kept(range), trimmed(after, moved.around(range)));
      if (here.score >= HERE) return here;
      const elsewhere = resembling(quote, after, here.range.start);
      const best = elsewhere && elsewhere.score > here.score ? elsewhere : here;
      return best.score >= LEAST ? best : null;
    },
  };
}

/** Dice's coefficient of the code units that stand in both. */
function scored(quote: string, kept: number, range: Range): Proposal {
  const score = range.end > range.start ? (2 * kept) / (quote.length + range.end - range.start) : 0;
  return { range, score: Math.min(1, score) };
}

function byQuote(before: string, after: string, range: Range): Range | null {
  const context = contextOf(before, range);
  const words = context.before + context.quote + context.after;
  if (only(before, words) === null) return null;
  const at = only(after, words);
  if (at === null) return null;
  const start = at + context.before.length;
  return { start, end: start + context.quote.length };
}

/** Where the words stand, if they do so once. */
function only(text: string, words: string): number | null {
  const at = text.indexOf(words);
  return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : at;
}

/** The range without white space at its ends. */
function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

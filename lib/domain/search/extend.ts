import type { Range } from "../segment";

/** How far a hit is taken before it is coded. */
export const EXTENTS = ["hit", "sentence", "paragraph", "turn"] as const;
export type Extent = (typeof EXTENTS)[number];

/** A full stop of any script with what closes after it. */
const STOP = /[.!?…。！？｡]+["'”’»)\]）」』】〕》〉]*/gu;
/** Shortened words that end with a full stop and end no sentence. */
const SHORT =
  /(?:^|[^\p{L}\p{M}])(?:\p{Lu}|\p{L}\.\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|cf|No|Nos|pp?|Fig|approx|Inc|Ltd|Co|Gen|Gov|Sen|Rep)$/u;

/**
 * The range taken to whole sentences, paragraphs or the turn that it lies in. `around` is the turn's speech,
 * or the line where nobody speaks: nothing reaches beyond it. White space at the ends is left out. Half-open,
 * in UTF-16 code units of the text. A sentence ends at a line break too.
 */
export function extend(text: string, range: Range, around: Range, extent: Extent): Range {
  if (extent === "hit") return { start: range.start, end: range.end };
  const inside = { start: Math.max(range.start, around.start), end: Math.min(range.end, around.end) };
  if (extent === "turn") return trimmed(text, around, inside);
  const start = Math.max(around.start, text.lastIndexOf("\n", inside.start - 1) + 1);
  const lineBreak = text.indexOf("\n", Math.max(inside.start, inside.end - 1));
  const paragraph = { start, end: Math.min(around.end, lineBreak < 0 ? text.length : lineBreak) };
  if (extent === "paragraph" || inside.start >= paragraph.end) return trimmed(text, paragraph, inside);
  return trimmed(text, sentence(text, inside, paragraph), inside);
}

/** From after the last stop before the range to the first stop at its end or after it. */
function sentence(text: string, range: Range, paragraph: Range): Range {
  let { start, end } = paragraph;
  const line = text.slice(paragraph.start, paragraph.end);
  for (const stop of line.matchAll(STOP)) {
    const at = paragraph.start + stop.index;
    const after = at + stop[0].length;
    if (!ends(line, stop.index, stop[0])) continue;
    if (after <= range.start) start = after;
    else if (after >= range.end) {
      end = after;
      break;
    }
  }
  return { start, end };
}

/** Whether a stop ends a sentence: a full stop only before a space or the end, and not after a shortened word. */
function ends(line: string, at: number, stop: string): boolean {
  if (/[。！？｡]/u.test(stop)) return true;
  const next = line.charAt(at + stop.length);
  if (next !== "" && !/\s/u.test(next)) return false;
  return !(stop === "." && SHORT.test(line.slice(0, at)));
}

/** Without white space at its ends, but never less than the hit. */
function trimmed(text: string, { start, end }: Range, hit: Range): Range {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return { start: Math.min(from, hit.start), end: Math.max(to, hit.end) };
}

import { clocksIn } from "./clocks";

/** What the length of a text is given in. */
export type CountingUnit = "words" | "characters";

/** Languages that set no spaces between words, so that their texts are measured in characters. */
const BY_CHARACTER = new Set(["ja", "zh", "th", "lo", "km", "my"]);

/** What a text in `language` (BCP 47, in any case) is counted in. */
export function countsBy(language: string): CountingUnit {
  const primary = language.toLowerCase().split(/[-_]/, 1)[0] ?? "";
  return BY_CHARACTER.has(primary) ? "characters" : "words";
}

// A word: letters, marks and digits; inside it apostrophes, hyphens and the joiners of Persian and Indic
// scripts, if a letter or digit follows; a full stop or comma only between two digits.
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’\-‐‑\u00AD\u200C\u200D](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N}))*/gu;

// A character: a letter or digit with the marks on it; or marks that stand on nothing, at the beginning of
// the text or after white space. Marks on a symbol, such as the one that makes a heart an emoji, are no
// character.
const CHARACTER = /[\p{L}\p{N}]\p{M}*|(?<!\S)\p{M}+/gu;

/**
 * Where the counted units of `text` begin, ascending, in UTF-16 code units: words, or characters where the
 * language is counted by character. A unit never spans a line break, so the starts of a text are those of
 * its paragraphs, each moved by where the paragraph begins. Times written into the text (see clocks.ts) are
 * no words.
 */
export function wordStarts(text: string, language: string): number[] {
  const pattern = countsBy(language) === "words" ? WORD : CHARACTER;
  const starts: number[] = [];
  const clocks = clocksIn(text);
  let next = 0;
  for (const { index } of text.matchAll(pattern)) {
    while (next < clocks.length && (clocks[next]?.end ?? 0) <= index) next += 1;
    if (index < (clocks[next]?.start ?? Number.POSITIVE_INFINITY)) starts.push(index);
  }
  return starts;
}

/**
 * How many units begin in the half-open `range`, given their ascending `starts`. A unit that a range cuts
 * counts where it begins, so the parts of a text add up to the whole. O(log n).
 */
export function countUnits(starts: ArrayLike<number>, range: { start: number; end: number }): number {
  return range.end <= range.start ? 0 : rank(starts, range.end) - rank(starts, range.start);
}

/**
 * `countUnits` for many ranges of one text of `length` code units: the ranks of all offsets are laid out
 * once, and each count is then a subtraction. Offsets beyond the text count as its end.
 */
export function unitCounter(
  starts: ArrayLike<number>,
  length: number,
): (start: number, end: number) => number {
  const ranks = new Uint32Array(length + 1);
  for (let offset = 0, rank = 0; offset <= length; offset += 1) {
    while (rank < starts.length && (starts[rank] as number) < offset) rank += 1;
    ranks[offset] = rank;
  }
  const rankOf = (offset: number) => ranks[offset > length ? length : offset] as number;
  return (start, end) => (end <= start ? 0 : rankOf(end) - rankOf(start));
}

/** How many of the ascending `starts` are less than `offset`. */
function rank(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

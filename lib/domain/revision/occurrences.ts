import type { Range } from "../segment";

const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const PART_OF_WORD = /[\p{L}\p{M}\p{N}_]/u;
// What normalising may join: a character with its marks, the sound marks of half-width kana, jamo.
const CLUSTER = /\p{M}+|[\u1100-\u115F][\u1160-\u11A7]?[\u11A8-\u11FF]?|\P{M}[\p{M}\uFF9E\uFF9F]*/gu;

/**
 * Where exactly these words stand in the text: sorted, disjoint ranges of the text as it is stored. Forms
 * that Unicode calls compatible are the same (NFKC: full and half width, composed and decomposed); upper
 * and lower case are not. In scripts with spaces between words a name is found only as whole words; in
 * the others anywhere. White space around the words is left out.
 */
export function occurrences(text: string, words: string): Range[] {
  const wanted = words.normalize("NFKC").trim();
  if (wanted === "") return [];
  const { folded, offsets } = fold(text);
  const found: Range[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!startsWord(folded, at) || !startsWord(folded, end)) continue;
    const range = {
      start: offsets ? (offsets[at] as number) : at,
      end: offsets ? (offsets[end] as number) : end,
    };
    // A name that would begin or end inside a character is no name.
    const whole = !offsets || (offsets[at] !== offsets[at - 1] && offsets[end] !== offsets[end - 1]);
    if (whole && range.start >= (found.at(-1)?.end ?? 0)) found.push(range);
  }
  return found;
}

/** Whether a word may begin or end at the offset: not between two characters of one word. */
function startsWord(text: string, offset: number): boolean {
  return !(inWord(characterBefore(text, offset)) && inWord(characterAfter(text, offset)));
}

const inWord = (character: string) => PART_OF_WORD.test(character) && !ALONE.test(character);
const characterAfter = (text: string, offset: number) =>
  offset < text.length ? String.fromCodePoint(text.codePointAt(offset) as number) : "";
const characterBefore = (text: string, offset: number) =>
  Array.from(text.slice(Math.max(0, offset - 2), offset)).at(-1) ?? "";

/** The text in NFKC; and for each of its offsets the one it stands for, unless they are the same. */
function fold(text: string): { folded: string; offsets: Int32Array | null } {
  const whole = text.normalize("NFKC");
  if (whole === text) return { folded: text, offsets: null };
  const parts: string[] = [];
  const offsets: number[] = [];
  let start = 0;
  for (const [cluster] of text.matchAll(CLUSTER)) {
    const part = cluster.normalize("NFKC");
    parts.push(part);
    for (let index = 0; index < part.length; index += 1) offsets.push(start);
    start += cluster.length;
  }
  offsets.push(start);
  return { folded: parts.join(""), offsets: Int32Array.from(offsets) };
}

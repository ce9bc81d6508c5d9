import { todaysForm } from "./kanji";

/**
 * A text as search sees it, and where each of its units comes from: unit `i` of `text` is what the code
 * units [starts[i], ends[i]) of the original became. Both ascend; several units may come from one cluster.
 */
export interface Folded {
  text: string;
  starts: number[];
  ends: number[];
}

/** Marks, what has no width, half-width voice marks and Hangul vowels and finals: they belong to what stands before. */
const EXTENDS = /[\p{M}\u00AD\u061C\u200B-\u200F\u2060-\u2064\uFEFF\uFF9E\uFF9F\u1160-\u11FF]/u;
const UNSEEN = /[\u00AD\u061C\u200B-\u200F\u2060-\u2064\uFEFF]|\p{Variation_Selector}/gu;
const SPACE = /\s/;
const BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
/** Scripts that set no spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆〇、。「」『』\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;

const PLAIN: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u201B\u02BC\u00B4`]/g, "'"],
  [/[\u201C-\u201F\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
];
/** Katakana lie this far above the hiragana that sound the same. */
const KANA = 0x60;

/** Clusters seen before; a text has few different ones. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** What one cluster, a character with all that belongs to it, becomes. */
function foldCluster(cluster: string): string {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  let folded = cluster.replace(UNSEEN, "");
  for (const [those, plain] of PLAIN) folded = folded.replace(those, plain);
  folded = folded.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC").replace(/\s/g, "");
  for (const [those, plain] of PLAIN) folded = folded.replace(those, plain);
  folded = folded.replace(/[\u30A1-\u30F6\u30FD\u30FE]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KANA),
  );
  folded = folded.replace(/\p{Script=Han}/gu, todaysForm);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(cluster, folded);
  return folded;
}

/** Where the cluster that begins at `start` ends, exclusive. */
function clusterEnd(text: string, start: number): number {
  let end = start + charLength(text, start);
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    // Most text goes on with a plain letter, and needs no look at the tables.
    if (unit < 0x300 && unit !== 0xad) break;
    if (!EXTENDS.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) break;
    end += charLength(text, end);
  }
  return end;
}

function charLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * The form in which words are compared: by cluster NFKC (so width, ligatures and half-width kana make no
 * difference), without case, katakana as hiragana, kanji in their form of today, typographic quotes and hyphens plain, what has no width
 * left out; white space as one space, but a line break between two characters of a script without spaces as
 * nothing. Folding what is folded changes nothing. O(n).
 */
export function fold(text: string): Folded {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (units: string, start: number, end: number) => {
    folded += units;
    for (let unit = 0; unit < units.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    if (SPACE.test(text.charAt(at))) {
      const start = at;
      let broken = false;
      for (; at < text.length && SPACE.test(text.charAt(at)); at += 1) broken ||= BREAK.test(text.charAt(at));
      const joins = broken && isSpaceless(folded.at(-1)) && isSpaceless(text.charAt(at));
      if (!joins) put(" ", start, at);
      continue;
    }
    const end = clusterEnd(text, at);
    const unit = text.charCodeAt(at);
    const plain = end === at + 1 && unit < 0x80 && unit !== 0x60;
    put(plain ? text.charAt(at).toLowerCase() : foldCluster(text.slice(at, end)), at, end);
    at = end;
  }
  return { text: folded, starts, ends };
}

/** The range of the original that a range of the folded text comes from: whole clusters. Both half-open; not for an empty one. */
export function unfold(
  folded: Folded,
  range: { start: number; end: number },
): { start: number; end: number } {
  return { start: folded.starts[range.start] ?? 0, end: folded.ends[range.end - 1] ?? 0 };
}

/** Whether the character belongs to a script that sets no spaces between words, so that a word may begin and end anywhere. */
export function isSpaceless(character: string | undefined): boolean {
  return character !== undefined && character >= "\u0E00" && SPACELESS.test(character);
}

/** Whether the character is part of a word of a script that sets spaces. */
export function isSpacedWord(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character) && !isSpaceless(character);
}

/** Whether a word of any script may go on with the character. */
export function isWord(character: string): boolean {
  return WORD.test(character);
}

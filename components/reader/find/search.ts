import type { Range } from "@/lib/domain/segment";

/** More would be no help to anybody, and would cost the page. */
export const MOST_HITS = 2_000;

/**
 * Where the words stand in the text, in order, without overlaps, at most `MOST_HITS`. Exact but for
 * case, which is ignored without changing the length of the text, so that offsets are those of the text.
 */
export function search(text: string, words: string): Range[] {
  if (words.trim() === "") return [];
  const pattern = new RegExp(words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const hits: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length === MOST_HITS) break;
  }
  return hits;
}

import { findInText, literalQuery, parseQuery, type SpokenTurn } from "@/lib/domain/search";
import type { Range } from "@/lib/domain/segment";

/** More would be no help to anybody, and would cost the page. */
export const MOST_HITS = 2_000;

/** How long an expression may run in the page, in milliseconds. */
const PATIENCE = 500;

/**
 * Where the words stand in the text, in order, without overlaps, at most `MOST_HITS`: as the search of all
 * transcripts finds them, but that words may be parts of longer ones unless `whole` says so, since they are
 * still being typed. What is no query is taken as it stands. An expression that takes too long finds nothing.
 */
export function search(
  { text, turns }: { text: string; turns: readonly SpokenTurn[] },
  words: string,
  whole = false,
): Range[] {
  const parsed = parseQuery(words);
  const query = parsed.ok ? parsed.query : literalQuery(words);
  if (!query) return [];
  const end = performance.now() + PATIENCE;
  const late = new Error("the expression takes too long");
  const watch = () => {
    if (performance.now() > end) throw late;
  };
  try {
    return findInText(text, turns, query, { within: !whole, most: MOST_HITS, watch });
  } catch (error) {
    if (error === late) return [];
    throw error;
  }
}

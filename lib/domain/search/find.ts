import type { Range } from "../segment";
import { type Matcher, type MatchOptions, matcherOf } from "./match";
import type { Query } from "./query";
import { type SpokenTurn, stretchesOf } from "./stretches";

/**
 * Every place of a whole text that the query finds, in order, at most `most`: what a server finds stretch by
 * stretch. Half-open, in UTF-16 code units of the text.
 */
export function findInText(
  text: string,
  turns: readonly SpokenTurn[],
  query: Query,
  { most = Number.POSITIVE_INFINITY, ...options }: MatchOptions & { most?: number } = {},
): Range[] {
  const matcher: Matcher = matcherOf(query, options);
  const found: Range[] = [];
  for (const { start, end } of stretchesOf(text, turns)) {
    for (const hit of matcher.find(text.slice(start, end))) {
      found.push({ start: start + hit.start, end: start + hit.end });
      if (found.length >= most) return found;
    }
  }
  return found;
}

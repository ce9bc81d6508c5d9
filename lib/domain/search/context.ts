import type { Range } from "../segment";
import { boundaryAtOrAfter, boundaryAtOrBefore } from "../text";

/** A hit in its context, in one line: white space of any kind is one space. */
export interface InContext {
  before: string;
  quote: string;
  after: string;
}

/** How much stands on either side, at most, in UTF-16 code units. */
export const CONTEXT = 90;

/**
 * The hit with what stands around it in its stretch: up to `CONTEXT` on either side, cut between words
 * where there are spaces, marked with an ellipsis where something was cut off.
 */
export function inContext(stretch: string, hit: Range, most = CONTEXT): InContext {
  const from = boundaryAtOrAfter(stretch, hit.start - most);
  const to = boundaryAtOrBefore(stretch, hit.end + most);
  let before = stretch.slice(from, hit.start);
  let after = stretch.slice(hit.end, to);
  if (from > 0) before = `…${before.replace(/^\S{0,20}\s+/u, "")}`;
  if (to < stretch.length) after = `${after.replace(/\s+\S{0,20}$/u, "")}…`;
  return {
    before: oneLine(before).trimStart(),
    quote: oneLine(stretch.slice(hit.start, hit.end)),
    after: oneLine(after).trimEnd(),
  };
}

const oneLine = (text: string) => text.replace(/\s+/gu, " ");

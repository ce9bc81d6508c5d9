import type { Range } from "../segment";
import { boundaryAtOrAfter, boundaryAtOrBefore } from "../text";
import { isSpaceless } from "./fold";

/** A hit in its context, in one line: white space of any kind is one space. */
export interface InContext {
  before: string;
  quote: string;
  after: string;
}

/** How much stands on either side, at most, in UTF-16 code units. */
export const CONTEXT = 90;

/**
 * The hit with what stands around it in its stretch: up to `widest` on either side, half as much in a script
 * without spaces, whose characters say more and are wider; cut between words where there are spaces, marked
 * with an ellipsis where something was cut off.
 */
export function inContext(stretch: string, hit: Range, widest = CONTEXT): InContext {
  const beside = [hit.start - 1, hit.start, hit.end].map((at) => stretch.charAt(at));
  const most = beside.some(isSpaceless) ? widest >> 1 : widest;
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

import { boundaryAtOrAfter, boundaryAtOrBefore } from "../text";
import type { Range } from "./range";

/** How many UTF-16 code units of context a segment keeps on either side, at most. */
export const CONTEXT_LENGTH = 32;

/** The words of a range, and what stands before and after it. */
export type TextContext = { quote: string; before: string; after: string };

/**
 * What a segment keeps of its text, so that it can be found again after an edit: its quote, and up to
 * `CONTEXT_LENGTH` code units on either side, one fewer where the cut would split a surrogate pair. The
 * three joined stand in the text at `range.start - before.length`. The range must be valid in the text.
 */
export function contextOf(text: string, range: Range): TextContext {
  return {
    quote: text.slice(range.start, range.end),
    before: text.slice(boundaryAtOrAfter(text, range.start - CONTEXT_LENGTH), range.start),
    after: text.slice(range.end, boundaryAtOrBefore(text, range.end + CONTEXT_LENGTH)),
  };
}

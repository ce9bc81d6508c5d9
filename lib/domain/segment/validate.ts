import { isBoundary } from "../text";
import type { Range } from "./range";

/** Why a range is none of a text: an end that is no whole number; nothing in it; beyond the text; inside a surrogate pair. */
export type RangeFault = "not_whole" | "empty" | "outside" | "splits_character";

/** A valid range, or the first fault found. */
export type RangeResult = { ok: true; range: Range } | { ok: false; reason: RangeFault };

/** Whether `range` (UTF-16 code units) is a non-empty range of a text with `length` units. A reversed range is empty. */
export function validateRange(range: Range, length: number): RangeResult {
  const { start, end } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return { ok: false, reason: "not_whole" };
  if (start < 0 || end > length) return { ok: false, reason: "outside" };
  if (start >= end) return { ok: false, reason: "empty" };
  return { ok: true, range: { start, end } };
}

/** As `validateRange`, and both ends must be boundaries of `text`. */
export function validateRangeInText(range: Range, text: string): RangeResult {
  const result = validateRange(range, text.length);
  if (!result.ok || (isBoundary(text, range.start) && isBoundary(text, range.end))) return result;
  return { ok: false, reason: "splits_character" };
}

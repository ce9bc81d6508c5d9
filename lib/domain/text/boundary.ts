const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Whether a range of `text` may begin or end at `offset` (UTF-16 code units): a whole number from 0 to
 * the text's length, both included, that does not lie inside a surrogate pair.
 */
export function isBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  if (offset === 0 || offset === text.length) return true;
  return !(isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset)));
}

/** The nearest boundary at or before `offset` (UTF-16 code units). Offsets outside the text go to its end. */
export function boundaryAtOrBefore(text: string, offset: number): number {
  const inside = clamp(text, offset);
  return isBoundary(text, inside) ? inside : inside - 1;
}

/** The nearest boundary at or after `offset` (UTF-16 code units). Offsets outside the text go to its end. */
export function boundaryAtOrAfter(text: string, offset: number): number {
  const inside = clamp(text, offset);
  return isBoundary(text, inside) ? inside : inside + 1;
}

function clamp(text: string, offset: number): number {
  return Math.min(Math.max(Math.trunc(offset), 0), text.length);
}

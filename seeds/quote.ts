/** Where a quotation lies within a range of the text. Throws where the range does not hold it exactly once. */
export function quoteIn(
  text: string,
  range: { start: number; end: number } | undefined,
  quote: string,
): { start: number; end: number } {
  const words = range ? text.slice(range.start, range.end) : "";
  const at = words.indexOf(quote);
  if (!range || at < 0 || words.indexOf(quote, at + 1) >= 0)
    throw new RangeError(`These words do not stand exactly once where they should: ${quote}`);
  return { start: range.start + at, end: range.start + at + quote.length };
}

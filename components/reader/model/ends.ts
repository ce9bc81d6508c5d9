/** How a quotation begins and ends, where it is long. */
export function ends(quote: string): string {
  const letters = [...quote.replaceAll(/\s+/g, " ")];
  if (letters.length <= 52) return letters.join("");
  return `${letters.slice(0, 26).join("").trimEnd()} … ${letters.slice(-22).join("").trimStart()}`;
}

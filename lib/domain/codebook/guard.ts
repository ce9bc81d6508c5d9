/** What a spreadsheet would take for a formula, behind any apostrophes that stand before it. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A cell's text with an apostrophe before what a spreadsheet would run; `unguarded` takes exactly that off again. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A cell's text without the apostrophe that keeps a spreadsheet from running it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

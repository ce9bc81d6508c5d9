/** A line of a text with its line break. Half-open, in UTF-16 code units of the whole text. */
export type Paragraph = { start: number; end: number; text: string };

/**
 * The lines of a normalised text in order, each with its LF; the last may lack it. Joined they are the text,
 * each ends where the next begins, and none is empty. A text of length 0 has no lines.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak < 0 ? text.length : lineBreak + 1;
    paragraphs.push({ start, end, text: text.slice(start, end) });
    start = end;
  }
  return paragraphs;
}

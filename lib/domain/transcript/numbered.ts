const NUMBERED = /^[ \t]{0,4}(?:\*\*)?(?:[QＱ問]\s*)?(\d{1,2})\s*[.．]\s*([a-z])\s*[.)．）:：]?\s+(?=\S)/u;

/** The number with which a guide's question stands in a transcript (`3.a Please explain …`), or null. */
export function questionNumber(line: string): string | null {
  const match = NUMBERED.exec(line.slice(0, 20));
  return match ? `${match[1]}.${match[2]}` : null;
}

/** The wording without the number before it. */
export const withoutNumber = (line: string) => line.replace(NUMBERED, "").replace(/^\*\*|\*\*$/gu, "");

/**
 * The lines on which the guide itself stands in the transcript: they begin with a number and a letter,
 * and at least two of them, in order. Such a line is nobody's speech, but the question that is asked.
 */
export function numberedQuestions(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let last = "";
  lines.forEach((line, index) => {
    const number = questionNumber(line);
    if (number === null) return;
    const key = number.padStart(4, "0");
    if (key < last) return;
    last = key;
    found.add(index);
  });
  return found.size >= 2 ? found : new Set();
}

/** Characters that take the room of two letters and may begin a line, as those of Japanese do. */
const WIDE = "\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\uff00-\\uff60\\uffe0-\\uffe6";
const PARTS = new RegExp(`(\\s*)([${WIDE}]|[^\\s${WIDE}]+)`, "gu");
const IS_WIDE = new RegExp(`^[${WIDE}]$`, "u");

/**
 * How many lines a name takes that is broken between words, where `letters` go on one; behind it stands a mark of so
 * many letters, which is not broken. A word longer than a line is broken wherever the line ends.
 */
export function linesTaken(name: string, letters: number, mark = 0): number {
  let lines = 1;
  let at = 0;
  const put = (width: number, space: number) => {
    if (at > 0 && at + space + width > letters) {
      lines += 1;
      at = 0;
    } else if (at > 0) at += space;
    at += width;
    const further = Math.ceil(at / letters) - 1;
    lines += further;
    at -= further * letters;
  };
  for (const [, space = "", part = ""] of name.matchAll(PARTS))
    put(IS_WIDE.test(part) ? 2 : part.length, space === "" ? 0 : 1);
  if (mark > 0) put(mark, 1);
  return lines;
}

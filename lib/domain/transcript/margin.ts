const NUMBERED = /^[ \t]{0,8}(\d{1,5})(?:\t|[ \u00a0]{2,})[ \t\u00a0]*/u;
/** Fewer could be a list within the talk. */
const FEWEST = 5;

/**
 * How far the numbers in the margin reach into each line (UTF-16 code units; 0 where there is none), as
 * other tools print them beside paragraphs: at the start of most lines, parted by a tab or two blanks,
 * each higher than the one before, or counted anew on each page. Null where the text has no such margin.
 */
export function marginOf(lines: readonly string[]): number[] | null {
  let first = -1;
  let last = -1;
  let numbered = 0;
  let written = 0;
  const widths = lines.map((line) => {
    if (line.trim() !== "") written++;
    const match = NUMBERED.exec(line.slice(0, 40));
    const number = Number(match?.[1] ?? Number.NaN);
    if (!match || match[0].length >= line.length || !(number > last || number === first)) return 0;
    if (first < 0) first = number;
    last = number;
    numbered++;
    return match[0].length;
  });
  return numbered >= FEWEST && numbered * 2 > written ? widths : null;
}

const CLOCK = String.raw`\d{1,3}[:.][0-5]\d(?:[:.][0-5]\d)?(?:[.,]\d{1,3})?`;
const WITHIN = new RegExp(
  String.raw`\\?\[[ \t]*(${CLOCK})[ \t]*\\?\]|[(（][ \t]*(\d{1,3}(?::[0-5]\d){1,2})[ \t]*[)）]|#(${CLOCK})#`,
  "gu",
);

/** A time of the recording that somebody wrote into a text. Half-open, in UTF-16 code units. */
export interface Clock {
  start: number;
  end: number;
  /** What stands between the brackets. */
  clock: string;
}

/**
 * The times written into `text`, ascending: `[mm:ss]`, `[hh:mm:ss]`, `[mm.ss]`, `[hh.mm.ss]`,
 * `#hh:mm:ss.sss#` and `(mm:ss)`. Dots in round brackets are more often a number, and colons without
 * brackets a time of day. A time never spans a line break, and is nobody's words.
 */
export function clocksIn(text: string): Clock[] {
  if (!/[[(（#][ \t]*\d/u.test(text)) return [];
  return Array.from(text.matchAll(WITHIN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    clock: match[1] ?? match[2] ?? match[3] ?? "",
  }));
}

const CLOCK = String.raw`\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?`;
const MARKED = new RegExp(
  String.raw`(?:\\?\[\s*(${CLOCK})\s*\\?\]|[(（]\s*(${CLOCK})\s*[)）]|#(${CLOCK})#)`,
  "uy",
);
const BARE = /\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=[\s]|$)/uy;

export interface TimeMark {
  ms: number;
  /** Offset after the mark. */
  end: number;
}

/**
 * Milliseconds of a clock as people write it: `1:46`, `01:02:03`, `01:02:03.5`, `01.46`, `01.02.03`.
 * Null where minutes or seconds reach 60.
 */
export function clockToMs(clock: string): number | null {
  const dotted = !clock.includes(":");
  const [whole = "", fraction = ""] = dotted ? [clock.replaceAll(".", ":")] : clock.split(/[.,]/u);
  const parts = whole.split(":").map(Number);
  if (parts.length < 2 || parts.length > 3 || parts.slice(1).some((part) => part >= 60)) return null;
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return seconds * 1000 + Number(fraction.padEnd(3, "0") || 0);
}

function at(pattern: RegExp, text: string, offset: number): TimeMark | null {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  if (!match) return null;
  const ms = clockToMs(match[1] ?? match[2] ?? match[3] ?? match[0]);
  return ms === null ? null : { ms, end: offset + match[0].length };
}

/** The time in brackets, `(…)`, `[…]`, `\[…\]` or `#…#`, that stands at the offset, or null. */
export const markedTimeAt = (text: string, offset: number) => at(MARKED, text, offset);

/** A time at the offset, in brackets or bare as `hh:mm:ss`: two parts without brackets could be a time of day. */
export const lineTimeAt = (text: string, offset: number) =>
  markedTimeAt(text, offset) ?? at(BARE, text, offset);

const INSIDE = new RegExp(
  String.raw`\\?\[\s*(${CLOCK})\s*\\?\]|[(（]\s*(\d{1,3}(?::\d{2}){1,2})\s*[)）]|#(${CLOCK})#`,
  "gu",
);

/**
 * The times within words: `[mm:ss]`, `[hh:mm:ss]`, `[mm.ss]`, `[hh.mm.ss]`, `#hh:mm:ss.sss#`, `(mm:ss)`.
 * Dots in round brackets are more often a number. Offsets are UTF-16 code units into `text`.
 */
export function timesIn(text: string): (TimeMark & { start: number })[] {
  if (!/[[(（#]/u.test(text)) return [];
  return [...text.matchAll(INSIDE)].flatMap((match) => {
    const ms = clockToMs(match[1] ?? match[2] ?? match[3] ?? "");
    return ms === null ? [] : [{ ms, start: match.index, end: match.index + match[0].length }];
  });
}

import { clocksIn } from "../text";

const CLOCK = String.raw`\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?`;
const MARKED = new RegExp(
  String.raw`(?:\\?\[\s*(${CLOCK})\s*\\?\]|[(（]\s*(${CLOCK})\s*[)）]|#(${CLOCK})#)`,
  "uy",
);
const BARE = /\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=[\s]|$)/uy;

const WHOLE = new RegExp(`^${CLOCK}$`, "u");

export interface TimeMark {
  ms: number;
  /** Offset after the mark. */
  end: number;
}

/**
 * Milliseconds of a clock as people write it: `1:46`, `01:02:03`, `01:02:03.5`, `01.46`, `01.02.03`.
 * Null where minutes or seconds reach 60, and of anything else.
 */
export function clockToMs(clock: string): number | null {
  if (!WHOLE.test(clock)) return null;
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

/** The times within words that are times, each with its milliseconds (see ../text/clocks.ts). */
export function timesIn(text: string): (TimeMark & { start: number })[] {
  return clocksIn(text).flatMap(({ start, end, clock }) => {
    const ms = clockToMs(clock);
    return ms === null ? [] : [{ ms, start, end }];
  });
}

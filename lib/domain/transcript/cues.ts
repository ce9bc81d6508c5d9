/** One timed line or two of a subtitle file. Times are milliseconds; the payload's line breaks are LF. */
export interface Cue {
  id: string;
  startMs: number;
  endMs: number;
  payload: string;
}

export interface CueFile {
  /** In the order of the file. */
  cues: Cue[];
  notes: number;
  styles: number;
  /** Blocks that are no cue and no note, each with the number of cues before it. */
  unreadable: { block: string; before: number }[];
  /** Times before the start of the recording, which are kept as zero. */
  negative: number;
}

const PART = String.raw`-?\d+`;
const STAMP = new RegExp(String.raw`^(?:(${PART}):)?(${PART}):(${PART})(?:[.,](-?)(\d+))?$`, "u");

/**
 * Milliseconds of a cue's time. Teams writes its parts without zeros before them (`0:0:10.20` is ten
 * seconds and 20 milliseconds, since WebVTT has no other fractions than milliseconds) and negative
 * ones before the recording (`0:0:-6.-820`). Null if this is no time.
 */
export function cueTime(stamp: string): number | null {
  const match = STAMP.exec(stamp);
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", minus = "", fraction = "0"] = match;
  const negative = minus === "-" || [hours, minutes, seconds].some((part) => part.startsWith("-"));
  const [h, m, s] = [hours, minutes, seconds].map((part) => Math.abs(Number(part)));
  const ms = (((h ?? 0) * 60 + (m ?? 0)) * 60 + (s ?? 0)) * 1000 + Number(fraction.slice(0, 3));
  return negative ? -ms : ms;
}

/**
 * The cues of a WebVTT file, or of SubRip, which differs by its missing heading and its decimal
 * commas. Notes, styles and regions are counted, not kept. Expects LF as line breaks.
 */
export function readCues(text: string): CueFile {
  const file: CueFile = { cues: [], notes: 0, styles: 0, unreadable: [], negative: 0 };
  for (const block of text.split(/\n(?:[ \t]*\n)+/u)) {
    const lines = block.replace(/^\n+/u, "").split("\n");
    const first = lines[0] ?? "";
    if (first.trim() === "") continue;
    const arrow = lines.findIndex((line) => line.includes("-->"));
    if (/^NOTE(?:\s|$)/u.test(first)) file.notes++;
    else if (/^(?:STYLE|REGION)\s*$/u.test(first)) file.styles++;
    else if (arrow >= 0 && arrow <= 2) readCue(file, lines, arrow);
    else if (!first.startsWith("WEBVTT")) fail(file, block);
  }
  return file;
}

function fail(file: CueFile, block: string): void {
  file.unreadable.push({ block: block.slice(0, 80), before: file.cues.length });
}

function readCue(file: CueFile, lines: readonly string[], arrow: number): void {
  const [from = "", to = ""] = (lines[arrow] ?? "")
    .split("-->")
    .map((side) => side.trim().split(/\s+/u)[0] ?? "");
  const [start, end] = [cueTime(from), cueTime(to)];
  if (start === null || end === null) {
    fail(file, lines.join("\n"));
    return;
  }
  if (start < 0) file.negative++;
  const id = lines[arrow - 1]?.trim() ?? "";
  file.cues.push({
    id: id.startsWith("WEBVTT") ? "" : id,
    startMs: Math.max(0, start),
    endMs: Math.max(0, end),
    payload: lines.slice(arrow + 1).join("\n"),
  });
}

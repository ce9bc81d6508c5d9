/**
 * A piece of text on a page, as a PDF places it. Lengths are points, from the bottom left corner of the
 * page as it is stored.
 */
export interface PageItem {
  text: string;
  x: number;
  y: number;
  /** How far the pen goes along the line. */
  length: number;
  /** Height of the letters. */
  size: number;
  /** The direction of the line, counter-clockwise, in degrees: 0, 90, 180 or 270; null for a slanted one. */
  angle: 0 | 90 | 180 | 270 | null;
  /** Written from top to bottom, as Japanese may be. */
  vertical: boolean;
}

export interface Page {
  width: number;
  height: number;
  items: readonly PageItem[];
}

/** A stretch of a line without a wide gap. */
export interface Run {
  text: string;
  start: number;
  end: number;
}

/**
 * A line of a page. `start` and `end` are places along the line and `down` grows from line to line, whichever
 * way the page is written: for vertical Japanese the first line is the right-most column.
 */
export interface PageLine {
  page: number;
  /** How long the page is along its lines, and how deep from line to line. */
  extent: { along: number; down: number };
  /** Which column of the page it stands in, from 0. */
  column: number;
  start: number;
  end: number;
  down: number;
  size: number;
  text: string;
  runs: readonly Run[];
  /** A paragraph's number in the margin says that one begins here, or that it is the same one still. */
  opens: boolean | null;
}

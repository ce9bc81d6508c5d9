import { firstOf, isWide, lastOf, plainLetters } from "./letters";
import type { Page, PageItem, PageLine, Run } from "./types";

/** An item on the axes of its page's lines. */
interface Piece {
  text: string;
  start: number;
  end: number;
  down: number;
  size: number;
}

type Way = "0" | "90" | "180" | "270" | "vertical";

/** The least lines of a column, its least share of the text's width, and the share of its own that lines fill. */
const COLUMN_LINES = 8;
const COLUMN_WIDTH = 0.3;
const COLUMN_FILL = 0.6;
/** Letters of the other direction that stand upright in a vertical line, such as a year's. */
const UPRIGHT_LIMIT = 4;

/**
 * The lines of a page in the order in which they are read, and the words that stand athwart of them. The
 * direction of most letters is the page's. Two columns are read one after the other.
 */
export function linesOf(page: Page, number: number): { lines: PageLine[]; athwart: string[] } {
  const way = mainWay(page.items);
  const pieces: Piece[] = [];
  const athwart: string[] = [];
  for (const item of page.items) {
    if (item.text.trim() === "" && item.length === 0) continue;
    const own = wayOf(item);
    const standing = way === "vertical" && own === "0" && item.text.length <= UPRIGHT_LIMIT;
    if (own === way || standing) pieces.push(place(page, item, way));
    else if (item.text.trim() !== "") athwart.push(plainLetters(item.text).trim());
  }
  const upright = way === "0" || way === "180";
  const extent = upright
    ? { along: page.width, down: page.height }
    : { along: page.height, down: page.width };
  const lines = columnsOf(pieces).flatMap((column, index) =>
    rowsOf(column).map((row) => lineOf(row, { page: number, column: index, extent })),
  );
  return { lines: lines.filter(({ text }) => text.trim() !== ""), athwart };
}

const wayOf = ({ angle, vertical }: PageItem): Way | null =>
  vertical && angle === 0 ? "vertical" : angle === null ? null : (`${angle}` as const);

function mainWay(items: readonly PageItem[]): Way {
  const letters = new Map<Way, number>();
  for (const item of items) {
    const way = wayOf(item);
    if (way) letters.set(way, (letters.get(way) ?? 0) + item.text.trim().length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "0";
}

function place({ width, height }: Page, { text, x, y, length, size }: PageItem, way: Way): Piece {
  const [start, down] = {
    "0": [x, height - y],
    "90": [y, x],
    "180": [width - x, y],
    "270": [height - y, width - x],
    vertical: [height - y, width - x],
  }[way] as [number, number];
  return { text: plainLetters(text), start, end: start + length, down, size };
}

/** One column, or two where nothing crosses a gap in the middle and both sides are full of lines. */
function columnsOf(pieces: readonly Piece[]): Piece[][] {
  const printed = pieces.filter(({ text }) => text.trim() !== "");
  const left = Math.min(...printed.map(({ start }) => start));
  const right = Math.max(...printed.map(({ end }) => end));
  for (let share = 0.4; share <= 0.6; share += 0.02) {
    const gap = left + (right - left) * share;
    // A heading above both columns crosses it.
    const across = printed.filter(({ start, end }) => start < gap && end > gap);
    if (across.length > 2) continue;
    const sides = [printed.filter(({ end }) => end <= gap), printed.filter(({ start }) => start >= gap)];
    if (!sides.every((side) => isColumn(side, right - left))) continue;
    const first = [...across, ...pieces.filter((piece) => piece.end <= gap)];
    return [first, pieces.filter((piece) => piece.start >= gap)];
  }
  return [[...pieces]];
}

function isColumn(side: readonly Piece[], whole: number): boolean {
  const rows = rowsOf(side);
  if (rows.length < COLUMN_LINES) return false;
  const starts = side.map(({ start }) => start);
  const ends = side.map(({ end }) => end);
  const width = Math.max(...ends) - Math.min(...starts);
  if (width < whole * COLUMN_WIDTH) return false;
  const filled = rows.filter((row) => {
    const last = row.at(-1);
    const first = row[0];
    return last && first && last.end - first.start >= width * COLUMN_FILL;
  });
  return filled.length >= rows.length / 2;
}

/** Pieces on one base line, allowing for raised and lowered letters, from line to line and along each. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: { down: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.down - b.down || a.start - b.start)) {
    const row = rows.at(-1);
    if (row && piece.down - row.down <= 0.45 * Math.max(row.size, piece.size)) {
      row.pieces.push(piece);
      row.size = Math.max(row.size, piece.size);
    } else rows.push({ down: piece.down, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.start - b.start));
}

function lineOf(row: readonly Piece[], place: Pick<PageLine, "page" | "column" | "extent">): PageLine {
  const runs: Run[] = [];
  let size = 0;
  let letters = 0;
  for (const piece of row) {
    if (piece.text.trim().length > letters) {
      letters = piece.text.trim().length;
      size = piece.size;
    }
    const run = runs.at(-1);
    const gap = run ? piece.start - run.end : 0;
    // A number before the text may be the margin's, although it stands near.
    const wide = runs.length === 1 && /^\d+$/.test(run?.text.trim() ?? "") ? 0.6 : 1.2;
    if (!run || gap > wide * piece.size) {
      if (piece.text.trim() !== "") runs.push({ text: piece.text, start: piece.start, end: piece.end });
      continue;
    }
    run.text += blank(run.text, piece.text, gap, piece.size) + piece.text;
    run.end = Math.max(run.end, piece.end);
  }
  const down = row.find(({ text }) => text.trim() !== "")?.down ?? row[0]?.down ?? 0;
  return withRuns({ ...place, start: 0, end: 0, down, size, text: "", runs, opens: null }, runs);
}

/** The line with some of its runs alone. */
export function withRuns(line: PageLine, runs: readonly Run[]): PageLine {
  const text = runs.reduce(
    (words, run) => words + blank(words, run.text, Number.POSITIVE_INFINITY, 1) + run.text,
    "",
  );
  return {
    ...line,
    runs,
    text: text.trimEnd(),
    start: runs[0]?.start ?? line.start,
    end: runs.at(-1)?.end ?? line.end,
  };
}

/** What a gap between two pieces stands for. Scripts without blanks show one as wide as a letter. */
function blank(before: string, after: string, gap: number, size: number): string {
  if (before === "" || /\s$/u.test(before) || /^\s/u.test(after)) return "";
  const wide = isWide(lastOf(before)) || isWide(firstOf(after));
  if (wide) return gap > 0.7 * size ? "\u3000" : "";
  return gap > 0.15 * size ? " " : "";
}

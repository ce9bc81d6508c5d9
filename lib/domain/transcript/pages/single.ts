import { readLine } from "../lines";
import type { PageLine } from "./types";

/** How many of the first and the last lines of a text are, by their place, a page's header and footer. */
export interface EdgeLines {
  top: number;
  bottom: number;
}

/** Lines at an edge that may be its header or footer, and how far from it they stand, as a share of the page. */
const MOST = 3;
const EDGE = 0.15;
/** Nearer than this is the margin of the page, where no text is set. */
const MARGIN = 0.075;
/** A gap this much wider than between lines sets them apart from the text. */
const APART = 1.6;
const SMALLER = 0.92;
const LONGEST = 120;
/** A page with fewer lines between its edges is all text. */
const FEWEST = 3;
const DATED =
  /\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\b|\d{4}\s*年\s*\d{1,2}\s*月|\b\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4}\b|\b\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}\b/u;

/**
 * The header and the footer of a document's only page. On one page nothing comes back, so they are told by
 * how they stand: apart from the text, and in the margin, in smaller letters or with a date. It is a guess,
 * so they are not taken off: each becomes a paragraph of its own, to be left out where the text is read.
 */
export function withEdges(lines: readonly PageLine[]): EdgeLines & { lines: PageLine[] } {
  const none = { lines: [...lines], top: 0, bottom: 0 };
  if (lines.some(({ column }) => column > 0)) return none;
  const gaps = lines.slice(1).map((line, index) => line.down - (lines[index]?.down ?? 0));
  const leading = median(gaps);
  const size = median(lines.map((line) => line.size));
  const isEdge = ({ text, down, size: own, extent }: PageLine) => {
    const far = Math.min(down, extent.down - down) / extent.down;
    const stands = far < MARGIN || (far < EDGE && (own < size * SMALLER || DATED.test(text)));
    // Words alone on a line could be somebody's name, but they stand apart.
    const form = readLine(text).label?.form ?? "alone";
    return stands && text.length <= LONGEST && (form === "alone" || form === "space");
  };
  const count = (ordered: readonly PageLine[]) => {
    for (let end = MOST; end > 0; end--) {
      const [last, next] = [ordered[end - 1], ordered[end]];
      if (!last || !next || Math.abs(next.down - last.down) < leading * APART) continue;
      if (ordered.slice(0, end).every(isEdge)) return end;
    }
    return 0;
  };
  const top = count(lines);
  const bottom = count([...lines].reverse());
  const first = lines.length - bottom;
  if (first - top < FEWEST) return none;
  const opened = lines.map((line, index) =>
    index <= top || index >= first ? { ...line, opens: true } : line,
  );
  return { lines: top + bottom > 0 ? opened : [...lines], top, bottom };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

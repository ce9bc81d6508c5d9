import type { LeftOut } from "../types";
import { paragraphsOf } from "./flow";
import { linesOf } from "./lines";
import { withoutEdges, withoutMarginNumbers } from "./margins";
import { type EdgeLines, withEdges } from "./single";
import type { Page } from "./types";

export type { EdgeLines } from "./single";
export type { Page, PageItem } from "./types";

/**
 * The text of pages on which letters were placed, as paragraphs, one a line. Lines are put together from
 * their places, so the order in which a file holds them is of no account. Left out, and listed: what repeats
 * at the edges of pages, page numbers, numbers in the margin, and what stands athwart of the text. Of a single
 * page, `edges` says how many of the text's first and last lines look like its header and footer.
 */
export function textOfPages(pages: readonly Page[]): { text: string; leftOut: LeftOut[]; edges: EdgeLines } {
  const read = pages.map(linesOf);
  const numbered = withoutMarginNumbers(read.flatMap(({ lines }) => lines));
  const body = withoutEdges(numbered.lines, pages.length);
  const athwart = read.flatMap(({ athwart }) => athwart);
  const leftOut = [...body.leftOut, ...numbered.leftOut];
  if (athwart.length > 0) leftOut.push({ kind: "athwart", count: athwart.length, example: athwart[0] });
  const { lines, top, bottom } = pages.length === 1 ? withEdges(body.lines) : { ...body, top: 0, bottom: 0 };
  return { text: paragraphsOf(lines), leftOut, edges: { top, bottom } };
}

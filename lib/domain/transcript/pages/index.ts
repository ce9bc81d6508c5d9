import type { LeftOut, PutBackKind } from "../types";
import { paragraphsOf } from "./flow";
import { linesOf } from "./lines";
import { withoutEdges, withoutMarginNumbers } from "./margins";
import { linesOfPrinted, type Printed, printedOf, withAthwart } from "./printed";
import { type EdgeLines, withEdges } from "./single";
import type { Page } from "./types";

export type { Printed } from "./printed";
export type { EdgeLines } from "./single";
export type { Page, PageItem } from "./types";

/**
 * The text of pages on which letters were placed, as paragraphs, one a line. Lines are put together from
 * their places, so the order in which a file holds them is of no account. Left out, and listed: what repeats
 * at the edges of pages, page numbers, numbers in the margin, and what stands athwart of the text. Of a single
 * page, `edges` says how many of the text's first and last lines look like its header and footer.
 */
export function textOfPages(pages: readonly Page[]): PagesText & { printed: Printed } {
  const printed = printedOf(pages.map(linesOf));
  return { ...textOfPrinted(printed), printed };
}

export interface PagesText {
  text: string;
  leftOut: LeftOut[];
  edges: EdgeLines;
}

/**
 * The text of what is printed on pages, as by `textOfPages`, with the kinds that a person put back: what stood
 * at an edge as a paragraph of its own, a number in the margin before its line, and what stands athwart below
 * the page. It parts a paragraph that goes on overleaf.
 */
export function textOfPrinted(printed: Printed, keep: readonly PutBackKind[] = []): PagesText {
  const { pages, athwart } = printed;
  const kept = new Set(keep);
  const numbered = withoutMarginNumbers(linesOfPrinted(printed), kept.has("margin_numbers"));
  const body = withoutEdges(numbered.lines, pages, kept);
  const leftOut = [...body.leftOut, ...numbered.leftOut];
  const [[, example] = []] = athwart;
  if (athwart.length > 0 && !kept.has("athwart"))
    leftOut.push({ kind: "athwart", count: athwart.length, example });
  const { lines, top, bottom } = pages === 1 ? withEdges(body.lines) : { ...body, top: 0, bottom: 0 };
  const all = kept.has("athwart") ? withAthwart(lines, athwart) : lines;
  return { text: paragraphsOf(all), leftOut, edges: { top, bottom } };
}
